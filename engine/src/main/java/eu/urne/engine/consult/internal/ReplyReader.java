package eu.urne.engine.consult.internal;

import eu.urne.engine.budget.Texts;
import eu.urne.engine.consult.Choice;
import eu.urne.engine.consult.Question;
import eu.urne.engine.consult.QuestionnaireTerms;
import eu.urne.engine.consult.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Reads the replies of an answer strictly; each refusal is one sentence that names the question. */
public final class ReplyReader {

    private ReplyReader() {}

    /** The replies by question. */
    public static SortedMap<String, Reply> read(QuestionnaireTerms terms, JsonNode json) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("answers: must be an object with a member for each question");
        }
        SortedMap<String, Reply> replies = new TreeMap<>();
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            Question question = terms.question(member.getKey())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "answers: there is no question " + shortened(member.getKey())));
            if (!member.getValue().isNull()) {
                replies.put(question.id(), reply(question, member.getValue()));
            }
        }
        for (Question question : terms.questions()) {
            if (question.needed() && !replies.containsKey(question.id())) {
                throw new IllegalArgumentException("question " + question.id() + ": it needs an answer");
            }
        }
        if (replies.isEmpty()) {
            throw new IllegalArgumentException("answers: not one question is answered");
        }
        return replies;
    }

    private static String shortened(String id) {
        return id.length() > 40 ? id.substring(0, 40) + "…" : id;
    }

    private static Reply reply(Question question, JsonNode json) {
        return switch (question) {
            case Question.One one -> new Reply.One(option(one, one.options(), json));
            case Question.Several several -> new Reply.Some(several(several, json));
            case Question.Ranking ranking -> new Reply.Some(some(ranking, ranking.options(), ranking.most(), json));
            case Question.Scale scale -> new Reply.Whole(whole(scale, json, scale.from(), scale.to()));
            case Question.Figure number -> new Reply.Whole(whole(number, json, number.from(), number.to()));
            case Question.Text text -> new Reply.Words(words(text, json));
        };
    }

    private static String option(Question question, List<Choice> options, JsonNode json) {
        if (json.isString() && options.stream().anyMatch(each -> each.id().equals(json.stringValue()))) {
            return json.stringValue();
        }
        throw wrong(question, "the id of one of its options is expected");
    }

    private static List<String> several(Question.Several question, JsonNode json) {
        List<String> ids = question.options().stream().map(Choice::id).toList();
        List<String> chosen = new ArrayList<>(some(question, question.options(), question.most(), json));
        chosen.sort(Comparator.comparingInt(ids::indexOf));
        return chosen;
    }

    private static List<String> some(Question question, List<Choice> options, int most, JsonNode json) {
        if (!json.isArray() || json.isEmpty() || json.size() > most) {
            throw wrong(question, "a list of 1 to " + most + " of its options is expected");
        }
        List<String> chosen = new ArrayList<>();
        json.forEach(each -> chosen.add(option(question, options, each)));
        if (new HashSet<>(chosen).size() < chosen.size()) {
            throw wrong(question, "an option stands twice");
        }
        return chosen;
    }

    private static long whole(Question question, JsonNode json, long from, long to) {
        if (json.isIntegralNumber() && json.canConvertToLong() && json.longValue() >= from && json.longValue() <= to) {
            return json.longValue();
        }
        throw wrong(question, "a whole number from " + from + " to " + to + " is expected");
    }

    private static String words(Question.Text question, JsonNode json) {
        String text = json.isString() ? json.stringValue().replace("\r\n", "\n").replace('\r', '\n') : "";
        if (text.isBlank() || text.length() > question.most() || !Texts.isReadable(text)) {
            throw wrong(
                    question,
                    "a text of 1 to " + question.most() + " characters, without control characters, is expected");
        }
        return text;
    }

    private static IllegalArgumentException wrong(Question question, String sentence) {
        return new IllegalArgumentException("question " + question.id() + ": " + sentence);
    }
}
