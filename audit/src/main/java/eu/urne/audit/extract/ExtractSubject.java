package eu.urne.audit.extract;

import eu.urne.audit.ballot.PollId;
import eu.urne.audit.json.MalformedException;
import java.util.regex.Pattern;

/** Of what evidence is (docs/formats/evidence.md, "Evidence of one poll", "Evidence of one motion"). */
public sealed interface ExtractSubject {

    /** Name of the file that tells it: the mark of such evidence. */
    String file();

    /** Gives the text of that file, without the newline. */
    String id();

    /** Names it in a sentence, behind "the" or "no". */
    String words();

    /**
     * A poll.
     *
     * @param id its id
     */
    record OfPoll(String id) implements ExtractSubject {
        /** The file's name. */
        public static final String FILE = "poll";

        @Override
        public String file() {
            return FILE;
        }

        @Override
        public String words() {
            return "poll '" + id + "'";
        }
    }

    /**
     * A motion.
     *
     * @param council the council's id
     * @param motion its id
     */
    record OfMotion(String council, String motion) implements ExtractSubject {
        /** The file's name. */
        public static final String FILE = "motion";

        private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

        /**
         * Reads what {@link #id} gives.
         *
         * @throws MalformedException if it is not two ids with a {@code /} between them
         */
        public static OfMotion parse(String text) throws MalformedException {
            String[] parts = text.split("/", -1);
            if (parts.length != 2
                    || !ID.matcher(parts[0]).matches()
                    || !ID.matcher(parts[1]).matches()) {
                throw new MalformedException("is not the id of a council, '/' and the id of a motion");
            }
            return new OfMotion(parts[0], parts[1]);
        }

        @Override
        public String file() {
            return FILE;
        }

        @Override
        public String id() {
            return council + "/" + motion;
        }

        @Override
        public String words() {
            return "motion '" + motion + "' of the council '" + council + "'";
        }
    }

    /**
     * Reads the text of a file.
     *
     * @param file its name, {@link OfPoll#FILE} or {@link OfMotion#FILE}
     * @param text without the newline
     * @throws MalformedException if it tells nothing
     */
    static ExtractSubject parse(String file, String text) throws MalformedException {
        if (file.equals(OfMotion.FILE)) {
            return OfMotion.parse(text);
        }
        if (!PollId.isValid(text)) {
            throw new MalformedException("is not a poll id");
        }
        return new OfPoll(text);
    }
}
