package eu.urne.engine.tally;

/**
 * The options that most ballots name win; money plays no part. An option that nobody names never wins.
 *
 * @param form what a ballot may name, and the name under which the rule is known
 * @param seats how many win, 1 or more; 1 for {@link Form#PLURALITY}
 */
public record MostVotes(Form form, int seats) implements Rule {

    /** Refuses a number of winners below 1, and more than one by plurality. */
    public MostVotes {
        if (seats < 1 || (form == Form.PLURALITY && seats != 1)) {
            throw new IllegalArgumentException("no " + form.id + " with " + seats + " winners");
        }
    }

    /** {@code plurality}: every ballot names one option at most, one wins. */
    public static MostVotes plurality() {
        return new MostVotes(Form.PLURALITY, 1);
    }

    /** {@code approval-k}: ballots name any number of options, {@code seats} win. */
    public static MostVotes approval(int seats) {
        return new MostVotes(Form.APPROVAL, seats);
    }

    @Override
    public String id() {
        return form.id;
    }

    @Override
    public String text() {
        return form == Form.PLURALITY ? id() : id() + ":seats=" + seats;
    }

    /** The rules by name. */
    public enum Form {
        /** One option a ballot, one winner. */
        PLURALITY("plurality"),
        /** Any number of options a ballot. */
        APPROVAL("approval-k");

        private final String id;

        Form(String id) {
            this.id = id;
        }
    }
}
