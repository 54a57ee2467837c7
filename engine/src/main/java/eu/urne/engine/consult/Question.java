package eu.urne.engine.consult;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import eu.urne.engine.budget.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A question (docs/formats/consultations.md, section 2). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Question.One.class, name = "ONE"),
    @JsonSubTypes.Type(value = Question.Several.class, name = "SEVERAL"),
    @JsonSubTypes.Type(value = Question.Ranking.class, name = "RANKING"),
    @JsonSubTypes.Type(value = Question.Scale.class, name = "SCALE"),
    @JsonSubTypes.Type(value = Question.Figure.class, name = "NUMBER"),
    @JsonSubTypes.Type(value = Question.Text.class, name = "TEXT")
})
public sealed interface Question {

    /** Most options of a question. */
    int MOST_OPTIONS = 40;

    /** Its id, unique in its questionnaire. */
    String id();

    /** One official line. */
    String title();

    /** Whether an answer without a reply to it is refused. */
    boolean needed();

    /** One of some options. */
    record One(String id, String title, boolean needed, List<Choice> options) implements Question {
        /** Checks the options. */
        public One {
            check(id, title);
            options = checked(id, options, MOST_OPTIONS);
        }
    }

    /**
     * Several options.
     *
     * @param most so many at most
     */
    record Several(String id, String title, boolean needed, List<Choice> options, int most) implements Question {
        /** Checks options and limit. */
        public Several {
            check(id, title);
            options = checked(id, options, MOST_OPTIONS);
            range(id, "most", most, 1, options.size());
        }
    }

    /**
     * Some options in order, best first.
     *
     * @param most so many at most
     */
    record Ranking(String id, String title, boolean needed, List<Choice> options, int most) implements Question {

        private static final int MOST_RANKED = 12;

        /** Checks options and limit. */
        public Ranking {
            check(id, title);
            options = checked(id, options, MOST_RANKED);
            range(id, "most", most, 2, options.size());
        }
    }

    /**
     * A step between two ends.
     *
     * @param low what {@code from} means
     * @param high what {@code to} means
     */
    record Scale(String id, String title, boolean needed, int from, int to, String low, String high)
            implements Question {

        private static final int FURTHEST = 100;
        private static final int LONGEST = 20;

        /** Checks range and texts. */
        public Scale {
            check(id, title);
            range(id, "from", from, -FURTHEST, FURTHEST);
            range(id, "to", to, from + 1L, Math.min(FURTHEST, from + LONGEST));
            Texts.checkTitle("low: that of the question " + id, low);
            Texts.checkTitle("high: that of the question " + id, high);
        }
    }

    /**
     * A whole number; told in bands.
     *
     * @param bands where each begins, ascending; the first at {@code from}
     * @param unit null where it has none
     */
    record Figure(
            String id,
            String title,
            boolean needed,
            long from,
            long to,
            List<Long> bands,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String unit)
            implements Question {

        private static final long FURTHEST = 1_000_000_000;
        private static final int MOST_BANDS = 20;

        /** Checks range and bands. */
        public Figure {
            check(id, title);
            bands = List.copyOf(bands);
            range(id, "from", from, -FURTHEST, FURTHEST);
            range(id, "to", to, from, FURTHEST);
            range(id, "the number of bands", bands.size(), 1, MOST_BANDS);
            for (int i = 0; i < bands.size(); i++) {
                range(id, "band " + (i + 1), bands.get(i), i == 0 ? from : bands.get(i - 1) + 1, i == 0 ? from : to);
            }
            if (unit != null) {
                Texts.checkTitle("unit: that of the question " + id, unit);
            }
        }

        /** The name of a band: {@code 0..4}. */
        public String band(int number) {
            return bands.get(number) + ".." + (number + 1 < bands.size() ? bands.get(number + 1) - 1 : to);
        }
    }

    /**
     * Free words; never in the log, never told.
     *
     * @param most characters
     */
    record Text(String id, String title, boolean needed, int most) implements Question {

        private static final int LONGEST = 4_000;

        /** Checks the limit. */
        public Text {
            check(id, title);
            range(id, "most", most, 1, LONGEST);
        }
    }

    private static void check(String id, String title) {
        Texts.checkId("question", id);
        Texts.checkTitle("title: that of the question " + id, title);
    }

    private static List<Choice> checked(String id, List<Choice> options, int most) {
        range(id, "the number of options", options.size(), 2, most);
        Set<String> ids = new HashSet<>();
        for (Choice option : options) {
            if (!ids.add(option.id())) {
                throw new IllegalArgumentException("question: " + id + " has the option " + option.id() + " twice");
            }
        }
        return List.copyOf(options);
    }

    private static void range(String id, String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "question: of " + id + " " + name + " must be from " + least + " to " + most + ", not " + value);
        }
    }
}
