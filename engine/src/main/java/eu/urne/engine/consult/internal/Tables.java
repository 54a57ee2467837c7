package eu.urne.engine.consult.internal;

import eu.urne.engine.consult.AnswerSheet;
import eu.urne.engine.consult.Choice;
import eu.urne.engine.consult.Question;
import eu.urne.engine.consult.QuestionTable;
import eu.urne.engine.consult.QuestionnaireTerms;
import eu.urne.engine.consult.Reply;
import eu.urne.engine.consult.TableCell;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Counts answers, and withholds what would single out somebody. */
public final class Tables {

    private Tables() {}

    /** A table for each question, in their order. */
    public static List<QuestionTable> of(QuestionnaireTerms terms, List<AnswerSheet> answers) {
        return terms.questions().stream()
                .map(question -> table(
                        question,
                        answers.stream()
                                .map(answer -> answer.replies().get(question.id()))
                                .filter(Objects::nonNull)
                                .toList(),
                        terms.least()))
                .toList();
    }

    /**
     * Figures of persons, of which each belongs to one of some ids.
     *
     * @param counts by texts joined by a slash
     * @param part which of these texts is the id: 0 or 1
     */
    public static List<TableCell> margin(List<String> ids, Map<String, Long> counts, int part, long least) {
        long[] sums = new long[ids.size()];
        counts.forEach((key, count) -> sums[ids.indexOf(key.split("/", 2)[part])] += count);
        return Withholding.partition(ids, sums, least);
    }

    private static QuestionTable table(Question question, List<Reply> replies, long least) {
        Long answered = replies.size() < least ? null : Long.valueOf(replies.size());
        return switch (question) {
            case Question.One one ->
                new QuestionTable(
                        one.id(),
                        answered,
                        partition(ids(one.options()), replies, reply -> ((Reply.One) reply).option(), least),
                        null);
            case Question.Scale scale ->
                new QuestionTable(scale.id(), answered, partition(steps(scale), replies, Tables::whole, least), null);
            case Question.Figure number ->
                new QuestionTable(
                        number.id(),
                        answered,
                        partition(bands(number), replies, reply -> band(number, reply), least),
                        null);
            case Question.Several several ->
                new QuestionTable(
                        several.id(),
                        answered,
                        overlapping(
                                ids(several.options()),
                                replies,
                                several.most(),
                                least,
                                Withholding.nothing(ids(several.options()))),
                        null);
            case Question.Ranking ranking -> {
                List<TableCell> first = partition(ids(ranking.options()), replies, Tables::first, least);
                yield new QuestionTable(
                        ranking.id(),
                        answered,
                        first,
                        overlapping(ids(ranking.options()), replies, ranking.most(), least, first));
            }
            case Question.Text text -> new QuestionTable(text.id(), answered, List.of(), null);
        };
    }

    private static List<String> ids(List<Choice> options) {
        return options.stream().map(Choice::id).toList();
    }

    private static List<String> steps(Question.Scale scale) {
        return LongStream.rangeClosed(scale.from(), scale.to())
                .mapToObj(Long::toString)
                .toList();
    }

    private static List<String> bands(Question.Figure number) {
        return IntStream.range(0, number.bands().size()).mapToObj(number::band).toList();
    }

    private static String whole(Reply reply) {
        return Long.toString(((Reply.Whole) reply).value());
    }

    private static String first(Reply reply) {
        return ((Reply.Some) reply).options().getFirst();
    }

    private static String band(Question.Figure number, Reply reply) {
        long value = ((Reply.Whole) reply).value();
        int band = 0;
        while (band + 1 < number.bands().size() && value >= number.bands().get(band + 1)) {
            band++;
        }
        return number.band(band);
    }

    private static List<TableCell> partition(
            List<String> ids, List<Reply> replies, Function<Reply, String> cell, long least) {
        long[] counts = new long[ids.size()];
        replies.forEach(reply -> counts[ids.indexOf(cell.apply(reply))]++);
        return replies.size() < least ? Withholding.nothing(ids) : Withholding.partition(ids, counts, least);
    }

    private static List<TableCell> overlapping(
            List<String> ids, List<Reply> replies, int most, long least, List<TableCell> parts) {
        long[] counts = new long[ids.size()];
        replies.forEach(reply -> ((Reply.Some) reply).options().forEach(option -> counts[ids.indexOf(option)]++));
        return replies.size() < least
                ? Withholding.nothing(ids)
                : Withholding.overlapping(ids, counts, replies.size(), most, least, parts);
    }
}
