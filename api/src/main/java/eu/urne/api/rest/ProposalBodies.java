package eu.urne.api.rest;

import eu.urne.engine.blob.IdeaText;
import eu.urne.engine.budget.Attachment;
import eu.urne.engine.budget.Author;
import eu.urne.engine.budget.Feasibility;
import eu.urne.engine.budget.Place;
import eu.urne.engine.budget.ProposalId;
import java.util.List;

/** What the staff sends about proposals. */
final class ProposalBodies {

    private ProposalBodies() {}

    /**
     * An idea in its words.
     *
     * @param title one line of 1 to 200 characters
     * @param text up to 10,000 characters
     * @param attachments files that were uploaded before
     */
    record RevisionBody(String title, String text, String category, Place place, List<Attachment> attachments) {

        /** Refuses words that cannot be kept. */
        RevisionBody {
            text = new IdeaText(title, text).text();
        }

        /** The words. */
        IdeaText words() {
            return new IdeaText(title, text);
        }
    }

    /**
     * An idea as it is handed in.
     *
     * @param proposal its id, once in the budget
     */
    record ProposalBody(
            ProposalId proposal,
            Author author,
            String title,
            String text,
            String category,
            Place place,
            List<Attachment> attachments) {

        /** Refuses words that cannot be kept. */
        ProposalBody {
            text = new IdeaText(title, text).text();
        }

        /** The idea alone. */
        RevisionBody idea() {
            return new RevisionBody(title, text, category, place, attachments);
        }
    }

    /**
     * As part of what a proposal goes on.
     *
     * @param into another proposal of the budget
     */
    record MergerBody(ProposalId into, String reason) {}

    /** Who is to study a proposal. */
    record AssignmentBody(String department) {}

    /** What was found out about a proposal. */
    record StudyBody(Feasibility feasibility) {}
}
