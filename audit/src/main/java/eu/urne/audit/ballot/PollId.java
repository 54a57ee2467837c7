package eu.urne.audit.ballot;

import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.Members;
import java.util.regex.Pattern;

/** Poll ids: 1 to 63 characters of {@code a-z 0-9 -}, not beginning with a hyphen (docs/formats/events.md). */
public final class PollId {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private PollId() {}

    /**
     * Tells whether a text is a poll id.
     *
     * @param text any text
     */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * Gives the poll id of a member.
     *
     * @param members the members
     * @param name the member's name
     * @throws MalformedException if it is no poll id
     */
    public static String checked(Members members, String name) throws MalformedException {
        String text = members.text(name);
        if (!isValid(text)) {
            throw members.wrong(name, "is not 1 to 63 characters of a-z 0-9 -");
        }
        return text;
    }
}
