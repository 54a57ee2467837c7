package eu.urne.api.desk;

import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Says the sentences of problems in the language of the page, where the bundle {@code desk} has them; others stay as
 * the engine says them, in English.
 */
public final class DeskTexts {

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("your roles do not allow this", "roles"),
            Map.entry("the form is not from a page of this session; load the page anew", "forged"),
            Map.entry("password: it must have at least 12 characters", "short"),
            Map.entry("password: it must have at most 200 characters", "long"),
            Map.entry("password: it is too easy to guess", "easy"),
            Map.entry("again: it is not the same password", "again"),
            Map.entry("name: it must have 1 to 80 characters", "name"),
            Map.entry("name: it must not have control characters", "control"),
            Map.entry("name: there is a user of that name", "taken"),
            Map.entry("roles: at least one is needed", "role"),
            Map.entry("sites: at most 200 ids of 1 to 64 characters of A-Z a-z 0-9 . _ -", "sites"),
            Map.entry("roles: there is no such role", "role"),
            Map.entry("current: it is wrong, or there were too many attempts", "current"),
            Map.entry("another administrator must take your own role or account away", "ownself"),
            Map.entry("there is no such user", "user"),
            Map.entry("too many people sign in at once; try again", "busy"),
            Map.entry("the request failed by a defect of the server", "defect"),
            Map.entry("the log cannot be written now; send the same again later", "store"));

    private final MessageSource messages;

    /** Texts of these bundles. */
    public DeskTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** The sentence in the language of the request that is under way. */
    public String of(String sentence) {
        String key = KNOWN.get(sentence);
        return key == null ? sentence : text("desk.says." + key);
    }

    /** A text of the bundles in that language. */
    public String text(String key, Object... arguments) {
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage(key, arguments, locale);
    }
}
