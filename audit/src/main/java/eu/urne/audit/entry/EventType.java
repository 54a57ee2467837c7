package eu.urne.audit.entry;

import eu.urne.audit.json.MalformedException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type of an event (docs/formats/log.md, section 3).
 *
 * @param text the whole type, {@code urne.<context>.<Event>.v<n>}
 * @param context its context, such as {@code poll}
 */
public record EventType(String text, String context) {
    private static final Pattern FORM =
            Pattern.compile("urne\\.([a-z][a-z0-9]{0,30})\\.[A-Z][A-Za-z0-9]{0,60}\\.v[1-9][0-9]{0,3}");

    /**
     * Reads a type.
     *
     * @param text the whole type
     * @throws MalformedException if it has not the form
     */
    public static EventType parse(String text) throws MalformedException {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new MalformedException("entry member 'type' has not the form urne.<context>.<Event>.v<n>");
        }
        return new EventType(text, matcher.group(1));
    }
}
