package eu.urne.audit.event;

import eu.urne.audit.consult.Question;
import eu.urne.audit.consult.Question.Kind;
import eu.urne.audit.json.Json;
import eu.urne.audit.json.Json.JsonInteger;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.Members;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the questions of a questionnaire (docs/formats/consultations.md, section 2). */
final class QuestionReader {
    private static final int MOST_QUESTIONS = 40;
    private static final int MOST_OPTIONS = 40;
    private static final int MOST_RANKED = 12;
    private static final int MOST_OPTIONS_TOGETHER = 400;
    private static final int MOST_BANDS = 20;
    private static final int LONGEST_TEXT = 4_000;
    private static final int FURTHEST_STEP = 100;
    private static final int LONGEST_SCALE = 20;
    private static final long FURTHEST = 1_000_000_000;

    private QuestionReader() {}

    static List<Question> read(Members terms) throws MalformedException {
        List<Question> questions = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int options = 0;
        for (Json json : CouncilForms.some(terms, "questions")) {
            Question question = question(json);
            if (!ids.add(question.id())) {
                throw terms.wrong("questions", "has '" + question.id() + "' twice");
            }
            boolean chosen = question.kind() != Kind.SCALE && question.kind() != Kind.NUMBER;
            options += chosen ? question.cells().size() : 0;
            questions.add(question);
        }
        if (questions.size() > MOST_QUESTIONS || options > MOST_OPTIONS_TOGETHER) {
            throw terms.wrong("questions", "has too many questions or options");
        }
        return List.copyOf(questions);
    }

    private static Question question(Json json) throws MalformedException {
        Kind kind = kind(json);
        Members members =
                switch (kind) {
                    case ONE -> members(json, Set.of(), "options");
                    case SEVERAL, RANKING -> members(json, Set.of(), "most", "options");
                    case SCALE -> members(json, Set.of(), "from", "high", "low", "to");
                    case NUMBER -> members(json, Set.of("unit"), "bands", "from", "to");
                    case TEXT -> members(json, Set.of(), "most");
                };
        CouncilForms.line(members, "title");
        members.bool("needed");
        String id = CouncilForms.id(members, "id");
        return switch (kind) {
            case ONE -> new Question(id, kind, options(members, MOST_OPTIONS), 1);
            case SEVERAL -> chosen(id, kind, members, options(members, MOST_OPTIONS), 1);
            case RANKING -> chosen(id, kind, members, options(members, MOST_RANKED), 2);
            case SCALE -> new Question(id, kind, steps(members), 1);
            case NUMBER -> new Question(id, kind, bands(members), 1);
            case TEXT -> {
                members.integer("most", 1, LONGEST_TEXT);
                yield new Question(id, kind, List.of(), 1);
            }
        };
    }

    private static Kind kind(Json json) throws MalformedException {
        Set<String> others =
                Set.of("bands", "from", "high", "id", "low", "most", "needed", "options", "title", "to", "unit");
        return CouncilForms.named(Members.withOptional(json, "question", others, "kind"), "kind", Kind.values());
    }

    private static Members members(Json json, Set<String> optional, String... more) throws MalformedException {
        List<String> names = new ArrayList<>(List.of("id", "kind", "needed", "title"));
        names.addAll(List.of(more));
        return Members.withOptional(json, "question", optional, names.toArray(new String[0]));
    }

    private static Question chosen(String id, Kind kind, Members members, List<String> options, int least)
            throws MalformedException {
        return new Question(id, kind, options, (int) members.integer("most", least, options.size()));
    }

    private static List<String> options(Members members, int most) throws MalformedException {
        List<String> ids = choices(members, "options");
        if (ids.size() < 2 || ids.size() > most) {
            throw members.wrong("options", "has not 2 to " + most + " options");
        }
        return ids;
    }

    /** Ids of elements {@code {id, title}}, none twice. */
    static List<String> choices(Members members, String name) throws MalformedException {
        List<String> ids = new ArrayList<>();
        for (Json json : members.array(name)) {
            Members choice = Members.exactly(json, name, "id", "title");
            CouncilForms.line(choice, "title");
            ids.add(CouncilForms.id(choice, "id"));
        }
        if (new HashSet<>(ids).size() < ids.size()) {
            throw members.wrong(name, "has an id twice");
        }
        return List.copyOf(ids);
    }

    private static List<String> steps(Members members) throws MalformedException {
        CouncilForms.line(members, "low");
        CouncilForms.line(members, "high");
        long from = members.integer("from", -FURTHEST_STEP, FURTHEST_STEP);
        long to = members.integer("to", from + 1, Math.min(FURTHEST_STEP, from + LONGEST_SCALE));
        List<String> steps = new ArrayList<>();
        for (long step = from; step <= to; step++) {
            steps.add(Long.toString(step));
        }
        return List.copyOf(steps);
    }

    private static List<String> bands(Members members) throws MalformedException {
        long from = members.integer("from", -FURTHEST, FURTHEST);
        long to = members.integer("to", from, FURTHEST);
        if (members.has("unit")) {
            CouncilForms.line(members, "unit");
        }
        List<Long> begins = new ArrayList<>();
        for (Json json : CouncilForms.some(members, "bands")) {
            if (!(json instanceof JsonInteger begin)
                    || (begins.isEmpty() ? begin.value() != from : begin.value() <= begins.getLast())
                    || begin.value() > to) {
                throw members.wrong("bands", "is not an ascending list of integers from 'from' to 'to'");
            }
            begins.add(begin.value());
        }
        if (begins.size() > MOST_BANDS) {
            throw members.wrong("bands", "has more than " + MOST_BANDS + " bands");
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < begins.size(); i++) {
            names.add(begins.get(i) + ".." + (i + 1 < begins.size() ? begins.get(i + 1) - 1 : to));
        }
        return List.copyOf(names);
    }
}
