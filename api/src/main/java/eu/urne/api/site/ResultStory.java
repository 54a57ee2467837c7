package eu.urne.api.site;

import eu.urne.engine.consult.Choice;
import eu.urne.engine.consult.Question;
import eu.urne.engine.consult.QuestionTable;
import eu.urne.engine.consult.QuestionnaireTerms;
import eu.urne.engine.consult.TableCell;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a question, as people read it.
 *
 * @param kind of the question: {@code ONE}, {@code SEVERAL} and so on
 * @param answered null where they are few
 * @param rows of its table
 * @param ranked of a ranking, who has each option at any place; empty elsewhere
 */
public record ResultStory(
        String title, String kind, @Nullable Long answered, List<Row> rows, List<Row> ranked) {

    /**
     * A figure.
     *
     * @param count null where it is withheld
     * @param thousandths of those who answered
     */
    public record Row(String label, @Nullable Long count, long thousandths) {}

    /** The stories of all questions, in their order. */
    static List<ResultStory> of(QuestionnaireTerms terms, List<QuestionTable> tables) {
        List<ResultStory> stories = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            Question question = terms.questions().get(i);
            QuestionTable table = tables.get(i);
            List<TableCell> ranked = table.ranked();
            stories.add(new ResultStory(
                    question.title(),
                    QuestionKinds.of(question),
                    table.answered(),
                    rows(question, table.cells(), table.answered()),
                    ranked == null ? List.of() : rows(question, ranked, table.answered())));
        }
        return stories;
    }

    private static List<Row> rows(Question question, List<TableCell> cells, @Nullable Long answered) {
        return cells.stream()
                .map(cell -> {
                    Long count = cell.count();
                    boolean shown = count != null && answered != null && answered > 0;
                    return new Row(label(question, cell.id()), count, shown ? count * 1_000 / answered : 0);
                })
                .toList();
    }

    private static String label(Question question, String id) {
        return switch (question) {
            case Question.One one -> title(one.options(), id);
            case Question.Several several -> title(several.options(), id);
            case Question.Ranking ranking -> title(ranking.options(), id);
            case Question.Scale scale when id.equals(Integer.toString(scale.from())) -> id + " – " + scale.low();
            case Question.Scale scale when id.equals(Integer.toString(scale.to())) -> id + " – " + scale.high();
            case Question.Scale scale -> id;
            case Question.Figure figure -> {
                String[] ends = id.split("\\.\\.", 2);
                String unit = figure.unit() == null ? "" : " " + figure.unit();
                yield (ends[0].equals(ends[1]) ? ends[0] : ends[0] + " – " + ends[1]) + unit;
            }
            case Question.Text text -> id;
        };
    }

    private static String title(List<Choice> options, String id) {
        return options.stream()
                .filter(option -> option.id().equals(id))
                .map(Choice::title)
                .findFirst()
                .orElse(id);
    }
}
