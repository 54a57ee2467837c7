package eu.urne.engine.log;

import java.util.regex.Pattern;

/** The name of a log, unique in the world (docs/formats/log.md, section 1). */
public record Origin(String name) {

    private static final Pattern ALLOWED = Pattern.compile("[\\x21-\\x7e&&[^+]]{1,200}");

    /** Checks the name. */
    public Origin {
        if (!ALLOWED.matcher(name).matches() || name.startsWith("urne-")) {
            throw new IllegalArgumentException("the origin \"" + name
                    + "\" must be 1 to 200 visible ASCII characters without space and +, not beginning with urne-");
        }
    }

    /** The origin of the register log that stands beside this public log. */
    public Origin register() {
        return new Origin(name + "/register");
    }

    @Override
    public String toString() {
        return name;
    }
}
