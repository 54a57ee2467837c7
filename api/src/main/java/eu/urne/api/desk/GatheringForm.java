package eu.urne.api.desk;

import eu.urne.engine.budget.Texts;
import eu.urne.engine.consult.Choice;
import eu.urne.engine.consult.GatheringId;
import eu.urne.engine.consult.GatheringTerms;
import eu.urne.engine.consult.QuestionnaireTerms;
import eu.urne.engine.participation.AgeBands;
import java.util.List;

/**
 * What is typed to announce a gathering.
 *
 * @param typed the fields of the form {@code announce}
 */
record GatheringForm(TypedForm typed) {

    /** Name of the form. */
    static final String NAME = "announce";

    private static final String USUAL_KIND = "gathering";

    /**
     * Its name: as typed, else it looks like the title.
     *
     * @throws IllegalArgumentException if it is none
     */
    GatheringId id() {
        String typedId = typed.line("gathering");
        return new GatheringId(typedId.isEmpty() ? TypedForm.nameOf(typed.line("title")) : typedId);
    }

    /**
     * What is announced.
     *
     * @throws IllegalArgumentException with one sentence that names the field that makes no sense
     */
    GatheringTerms terms() {
        String title = typed.line("title");
        Texts.checkTitle("title", title);
        String text = typed.text("text");
        String kind = TypedForm.nameOf(typed.line("kind"));
        return new GatheringTerms(
                id(),
                title,
                text.isEmpty() ? null : text,
                kind.isEmpty() ? USUAL_KIND : kind,
                typed.day("day"),
                typed.time("from"),
                typed.time("until"),
                typed.line("place"),
                typed.text("sites")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(GatheringForm::site)
                        .toList(),
                ages(),
                least(),
                typed.isTicked("demonstration"));
    }

    private static Choice site(String title) {
        try {
            return new Choice(TypedForm.nameOf(title), title);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("sites: one place in a line, with a letter or digit", e);
        }
    }

    private List<String> ages() {
        String text = typed.of("ages").replaceAll("\\s", "");
        try {
            return text.isEmpty()
                    ? List.of()
                    : AgeBands.parse(text).bands().stream()
                            .map(AgeBands.Band::text)
                            .toList();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("ages: bands such as 0-17, 18-64, 65+", e);
        }
    }

    private int least() {
        return typed.line("least").isEmpty()
                ? QuestionnaireTerms.LEAST
                : typed.number("least", QuestionnaireTerms.LEAST, QuestionnaireTerms.MOST_LEAST);
    }
}
