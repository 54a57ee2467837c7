package eu.urne.engine.consult;

import eu.urne.engine.budget.Texts;

/**
 * What can be chosen in a question, or a site of a gathering.
 *
 * @param id unique among the others
 * @param title one official line
 */
public record Choice(String id, String title) {

    /** Checks id and title. */
    public Choice {
        Texts.checkId("option", id);
        Texts.checkTitle("title: that of the option " + id, title);
    }
}
