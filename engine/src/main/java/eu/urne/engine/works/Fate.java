package eu.urne.engine.works;

import eu.urne.engine.budget.Texts;

/**
 * What became of a proposal, whether it won or not, in the words of the city.
 *
 * @param text 1 to 2,000 characters
 */
public record Fate(String text) {

    private static final int MAX_TEXT = 2_000;

    /** Checks the length. */
    public Fate {
        Texts.checkText("text", text, 1, MAX_TEXT);
    }
}
