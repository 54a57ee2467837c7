package eu.urne.api.site;

import eu.urne.engine.EngineJson;
import eu.urne.engine.consult.Question;
import eu.urne.engine.consult.QuestionnaireTerms;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A form of answers as it was typed.
 *
 * @param typed values by question; of a ranking by place, "" where nothing is chosen
 * @param problems by question: key of the text that says what is wrong
 */
public record AnswerForm(Map<String, List<String>> typed, Map<String, String> problems) {

    private static final String PREFIX = "q-";

    /** A form in which nothing is typed. */
    public static AnswerForm fresh() {
        return new AnswerForm(Map.of(), Map.of());
    }

    /** What was typed into the fields of these questions. */
    public static AnswerForm of(QuestionnaireTerms terms, Map<String, String[]> fields) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        Map<String, String> problems = new LinkedHashMap<>();
        for (Question question : terms.questions()) {
            List<String> values = values(question, fields);
            typed.put(question.id(), values);
            String problem = problem(question, values);
            if (!problem.isEmpty()) {
                problems.put(question.id(), "consult.problem." + problem);
            }
        }
        return new AnswerForm(typed, problems);
    }

    private static List<String> values(Question question, Map<String, String[]> fields) {
        Stream<String> names = question instanceof Question.Ranking ranking
                ? Stream.iterate(1, place -> place <= ranking.most(), place -> place + 1)
                        .map(place -> PREFIX + ranking.id() + "-" + place)
                : Stream.of(PREFIX + question.id());
        return names.flatMap(name -> {
                    String[] values = fields.getOrDefault(name, new String[0]);
                    return values.length == 0 ? Stream.of("") : Arrays.stream(values);
                })
                .map(value -> value.replace("\r\n", "\n").strip()) // browsers send line ends as two characters
                .toList();
    }

    private static String problem(Question question, List<String> values) {
        List<String> given = values.stream().filter(each -> !each.isEmpty()).toList();
        if (given.isEmpty()) {
            return question.needed() ? "needed" : "";
        }
        return switch (question) {
            case Question.Several several -> given.size() > several.most() ? "several" : "";
            case Question.Ranking ranking -> new HashSet<>(given).size() < given.size() ? "ranking" : "";
            case Question.Figure figure -> isWhole(given.getFirst(), figure.from(), figure.to()) ? "" : "number";
            case Question.Text text -> given.getFirst().length() > text.most() ? "text" : "";
            case Question.One one -> "";
            case Question.Scale scale -> "";
        };
    }

    private static boolean isWhole(String text, long from, long to) {
        return text.matches("-?[0-9]{1,10}") && Long.parseLong(text) >= from && Long.parseLong(text) <= to;
    }

    /** The answer as the engine reads it; only of a form without problems. */
    public JsonNode answers(QuestionnaireTerms terms) {
        ObjectNode answers = EngineJson.MAPPER.createObjectNode();
        for (Question question : terms.questions()) {
            List<String> given = typed.get(question.id()).stream()
                    .filter(each -> !each.isEmpty())
                    .toList();
            if (given.isEmpty()) {
                continue;
            }
            switch (question) {
                case Question.Several several -> all(answers.putArray(several.id()), given);
                case Question.Ranking ranking -> all(answers.putArray(ranking.id()), given);
                case Question.Figure figure -> answers.put(figure.id(), Long.parseLong(given.getFirst()));
                case Question.Scale scale
                when isWhole(given.getFirst(), scale.from(), scale.to()) ->
                    answers.put(scale.id(), Long.parseLong(given.getFirst()));
                case Question.Scale scale -> answers.put(scale.id(), given.getFirst());
                case Question.One one -> answers.put(one.id(), given.getFirst());
                case Question.Text text -> answers.put(text.id(), given.getFirst());
            }
        }
        return answers;
    }

    private static void all(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }

    /** Whether a value was typed or ticked. */
    public boolean has(String question, String value) {
        return typed.getOrDefault(question, List.of()).contains(value);
    }

    /** What was typed at a place, from 0; "" for nothing. */
    public String at(String question, int place) {
        List<String> values = typed.getOrDefault(question, List.of());
        return place < values.size() ? values.get(place) : "";
    }

    /** Key of the text that says what is wrong; "" for nothing. */
    public String problem(String question) {
        return problems.getOrDefault(question, "");
    }
}
