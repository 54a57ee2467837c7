package eu.urne.audit.event;

import eu.urne.audit.consult.Cell;
import eu.urne.audit.consult.QuestionnaireTerms;
import eu.urne.audit.consult.Table;
import eu.urne.audit.crypto.Sha256;
import eu.urne.audit.entry.EventType;
import eu.urne.audit.json.Json;
import eu.urne.audit.json.Json.JsonText;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.Members;
import eu.urne.audit.json.StrictText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the events of questionnaires and their answers (docs/formats/consultations.md, sections 1 to 5). */
final class QuestionnaireEventReader {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    private static final Pattern LINK =
            Pattern.compile("(?:budget|proposal|works|plan|motion|gathering)(?:/[a-z0-9-]{1,64}){1,3}");
    private static final int LONGEST_LINK = 200;
    private static final int MOST_LINKS = 10;
    private static final int MOST_CODES = 800;
    private static final long LARGEST = (1L << 53) - 1;
    static final int LEAST = 5;
    static final int MOST_LEAST = 50;

    private QuestionnaireEventReader() {}

    static Event read(EventType type, Json data) throws MalformedException {
        return switch (type.text()) {
            case "urne.consult.QuestionnaireDefined.v1" -> defined(data);
            case "urne.consult.CodesIssued.v1" -> issued(data);
            case "urne.consult.QuestionnaireWithdrawn.v1" ->
                new QuestionnaireEvent.QuestionnaireWithdrawn(reasoned(data));
            case "urne.consult.QuestionnaireOpened.v1" ->
                new QuestionnaireEvent.QuestionnaireOpened(id(Members.exactly(data, "data", "questionnaire")));
            case "urne.consult.AnswerReceived.v1" -> received(data);
            case "urne.consult.QuestionnaireClosed.v1" -> closed(data);
            case "urne.consult.AnswersCounted.v1" -> counted(data);
            case "urne.consult.ResultsPublished.v1" -> published(data);
            case "urne.consult.FindingPublished.v1" -> {
                Members members = Members.exactly(data, "data", "finding", "questionnaire");
                yield new QuestionnaireEvent.FindingTold(id(members), finding(members), false);
            }
            case "urne.consult.FindingRevised.v1" -> {
                Members members = Members.exactly(data, "data", "finding", "questionnaire", "reason");
                CouncilForms.text(members, "reason");
                yield new QuestionnaireEvent.FindingTold(id(members), finding(members), true);
            }
            case "urne.consult.AnswersErased.v1" -> new QuestionnaireEvent.AnswersErased(reasoned(data));
            default -> GatheringEventReader.read(type, data);
        };
    }

    private static String id(Members members) throws MalformedException {
        return CouncilForms.id(members, "questionnaire");
    }

    private static String reasoned(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "questionnaire", "reason");
        CouncilForms.text(members, "reason");
        return id(members);
    }

    private static Event defined(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "questionnaire", "terms");
        Members terms = Members.withOptional(
                members.value("terms"),
                "terms",
                Set.of("text"),
                "access",
                "closes",
                "demonstration",
                "language",
                "least",
                "paper",
                "questionnaire",
                "questions",
                "title");
        if (!terms.text("questionnaire").equals(members.text("questionnaire"))) {
            throw terms.wrong("questionnaire", "is not the questionnaire of the event");
        }
        CouncilForms.line(terms, "title");
        if (terms.has("text")) {
            CouncilForms.text(terms, "text");
        }
        terms.bool("demonstration");
        if (!LANGUAGE.matcher(terms.text("language")).matches()) {
            throw terms.wrong("language", "is not two lower-case letters");
        }
        boolean codes = one(terms, "access", List.of("OPEN", "TOKEN")) == 1;
        return new QuestionnaireEvent.QuestionnaireDefined(
                id(members),
                new QuestionnaireTerms(
                        codes,
                        terms.integer("closes", 0, LARGEST),
                        one(terms, "paper", List.of("NONE", "ONCE", "TWICE")),
                        (int) terms.integer("least", LEAST, MOST_LEAST),
                        QuestionReader.read(terms)));
    }

    private static int one(Members members, String name, List<String> values) throws MalformedException {
        int place = values.indexOf(members.text(name));
        if (place < 0) {
            throw members.wrong(name, "is none of " + values);
        }
        return place;
    }

    private static Event issued(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "codes", "questionnaire");
        List<String> codes = members.texts("codes");
        if (codes.isEmpty() || codes.size() > MOST_CODES) {
            throw members.wrong("codes", "has not 1 to " + MOST_CODES + " codes");
        }
        String before = "";
        for (String code : codes) {
            if (StrictText.hex(code, Sha256.LENGTH).isEmpty() || code.compareTo(before) <= 0) {
                throw members.wrong("codes", "is not an ascending list of hashes");
            }
            before = code;
        }
        return new QuestionnaireEvent.CodesIssued(id(members), codes);
    }

    private static Event received(Json data) throws MalformedException {
        Members members =
                Members.withOptional(data, "data", Set.of("code", "typed"), "channel", "leaf", "questionnaire");
        members.hex("leaf", Sha256.LENGTH);
        if (members.has("code")) {
            members.hex("code", Sha256.LENGTH);
        }
        boolean paper = one(members, "channel", List.of("ONLINE", "PAPER")) == 1;
        List<String> typed = members.has("typed") ? members.texts("typed") : List.of();
        if (members.has("typed") != paper
                || (paper && typed.isEmpty())
                || typed.size() > 2
                || new HashSet<>(typed).size() < typed.size()) {
            throw members.wrong("typed", "is not there with paper only, with one person or two different ones");
        }
        return new QuestionnaireEvent.AnswerReceived(
                id(members), members.text("leaf"), members.has("code") ? members.text("code") : null, typed);
    }

    private static Event closed(Json data) throws MalformedException {
        Members members = Members.withOptional(data, "data", Set.of("reason"), "questionnaire");
        if (members.has("reason")) {
            CouncilForms.text(members, "reason");
        }
        return new QuestionnaireEvent.QuestionnaireClosed(id(members), members.has("reason"));
    }

    private static Event counted(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "answers", "questionnaire", "root");
        members.hex("root", Sha256.LENGTH);
        return new QuestionnaireEvent.AnswersCounted(
                id(members), members.integer("answers", 0, LARGEST), members.text("root"));
    }

    private static Event published(Json data) throws MalformedException {
        Members members = Members.exactly(data, "data", "answers", "questionnaire", "tables");
        List<Table> tables = new ArrayList<>();
        for (Json json : members.array("tables")) {
            Members table = Members.withOptional(json, "table", Set.of("answered", "ranked"), "cells", "question");
            tables.add(new Table(
                    CouncilForms.id(table, "question"),
                    table.has("answered") ? Long.valueOf(table.integer("answered", 0, LARGEST)) : null,
                    cells(table, "cells"),
                    table.has("ranked") ? cells(table, "ranked") : null));
        }
        return new QuestionnaireEvent.ResultsPublished(
                id(members), members.integer("answers", 0, LARGEST), List.copyOf(tables));
    }

    static List<Cell> cells(Members members, String name) throws MalformedException {
        List<Cell> cells = new ArrayList<>();
        for (Json json : members.array(name)) {
            Members cell = Members.withOptional(json, "cell", Set.of("count"), "id");
            cells.add(new Cell(
                    cell.text("id"), cell.has("count") ? Long.valueOf(cell.integer("count", 0, LARGEST)) : null));
        }
        return List.copyOf(cells);
    }

    private static String finding(Members data) throws MalformedException {
        Members finding = Members.exactly(data.value("finding"), "finding", "id", "links", "state", "text", "wish");
        CouncilForms.line(finding, "wish");
        CouncilForms.blob(finding, "text");
        one(finding, "state", List.of("DONE", "PARTLY", "PLANNED", "NOT"));
        Set<String> links = new HashSet<>();
        for (Json json : finding.array("links")) {
            if (!(json instanceof JsonText link)
                    || link.text().length() > LONGEST_LINK
                    || !LINK.matcher(link.text()).matches()
                    || !links.add(link.text())
                    || links.size() > MOST_LINKS) {
                throw finding.wrong("links", "is not a list of up to " + MOST_LINKS + " names of streams");
            }
        }
        return CouncilForms.id(finding, "id");
    }
}
