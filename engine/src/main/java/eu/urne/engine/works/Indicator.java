package eu.urne.engine.works;

import eu.urne.engine.budget.Texts;

/**
 * What is measured again and again to see whether works were worth it.
 *
 * @param id 1 to 40 characters of a-z, 0-9 and -, once in the works of a proposal
 * @param name such as "children per week"
 * @param unit of its values; "" for a plain number
 * @param every after how many days it is measured again, 1 to 3,660
 */
public record Indicator(String id, String name, String unit, int every) {

    private static final int MAX_UNIT = 40;
    private static final int MAX_DAYS = 3_660;

    /** Checks all. */
    public Indicator {
        Texts.checkId("id", id);
        Texts.checkTitle("name", name);
        Texts.checkText("unit", unit, 0, MAX_UNIT);
        if (every < 1 || every > MAX_DAYS) {
            throw new IllegalArgumentException(
                    "every: an indicator is measured every 1 to " + MAX_DAYS + " days, not " + every);
        }
    }
}
