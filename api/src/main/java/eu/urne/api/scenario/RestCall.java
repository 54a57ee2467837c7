package eu.urne.api.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The steps that are one request of the staff's each: their fields are members of the body and variables of the path.
 * The name of a step is that of the constant in lower case with hyphens.
 */
enum RestCall {
    ADVANCE("budgets/{budget}/phase", "phase", "reason?"),
    MOVE("budgets/{budget}/calendar", "phase", "day", "reason"),
    WITHDRAW("budgets/{budget}/proposals/{proposal}/withdrawal", "reason"),
    ACCEPT("budgets/{budget}/proposals/{proposal}/acceptance"),
    REJECT("budgets/{budget}/proposals/{proposal}/rejection", "reason"),
    MERGE("budgets/{budget}/proposals/{proposal}/merger", "into", "reason"),
    ASSIGN("budgets/{budget}/proposals/{proposal}/assignment", "department"),
    STUDY("budgets/{budget}/proposals/{proposal}/study", "feasibility"),
    CONFIRM("budgets/{budget}/proposals/{proposal}/confirmation"),
    DECLINE("budgets/{budget}/proposals/{proposal}/decline", "reason"),
    LAPSE("budgets/{budget}/lapses", "part", "reason"),
    REST("budgets/{budget}/rest"),
    OPEN("polls/{poll}/open"),
    CLOSE("polls/{poll}/close"),
    REVEAL("polls/{poll}/reveal"),
    COUNT("polls/{poll}/outcome"),
    MILESTONE("budgets/{budget}/works/{proposal}/milestones", "title", "day", "state"),
    EXPENSE("budgets/{budget}/works/{proposal}/expenses", "cents", "day", "label", "document?", "reason?"),
    DELAY("budgets/{budget}/works/{proposal}/delays", "milestone?", "newDay", "reason"),
    INDICATOR("budgets/{budget}/works/{proposal}/indicators", "id", "name", "unit", "every"),
    MEASURE("budgets/{budget}/works/{proposal}/measures", "indicator", "day", "value", "decimals"),
    FATE("budgets/{budget}/works/{proposal}/fate", "text"),
    PLAN("plan", "line", "title", "year", "cents"),
    PLAN_DECISION("plan/{line}/decisions", "budget?", "proposal", "cents"),
    ESTABLISH_COUNCIL("councils", "terms"),
    ANNOUNCE_DRAW("draws", "terms"),
    FREEZE_POOL("draws/{draw}/pool", "sources"),
    READ_RANDOMNESS("draws/{draw}/randomness", "values"),
    OPEN_ROLE("draws/{draw}/roles", "id", "title", "places"),
    VACATE_SEAT("councils/{council}/seats/{seat}/vacate", "day", "reason"),
    REPLACE_MEMBER("councils/{council}/seats/{seat}/replace", "day"),
    CALL_MEETING("councils/{council}/meetings", "meeting", "title", "day", "time", "place", "remote", "urgency?"),
    PUBLISH_AGENDA("councils/{council}/meetings/{meeting}/agenda"),
    OPEN_MEETING("councils/{council}/meetings/{meeting}/open", "chair"),
    GIVE_PROXY("councils/{council}/meetings/{meeting}/proxies", "from", "to"),
    QUORUM("councils/{council}/meetings/{meeting}/quorum"),
    CLOSE_MEETING("councils/{council}/meetings/{meeting}/close"),
    NAME_SIGNER("councils/{council}/signers", "signer", "role", "seat", "title"),
    REVOKE_SIGNER_KEY("councils/{council}/signers/{signer}/revocation", "reason"),
    ALLOW_SIGNER_KEY("councils/{council}/signers/{signer}/allowance"),
    RETIRE_SIGNER("councils/{council}/signers/{signer}/retirement", "reason"),
    DRAFT_MINUTES("councils/{council}/meetings/{meeting}/minutes", "notes"),
    CORRECT_MINUTES("councils/{council}/meetings/{meeting}/minutes/corrections", "notes", "reason"),
    PUT_MOTION(
            "councils/{council}/motions",
            "motion",
            "title",
            "text",
            "mover",
            "meeting",
            "majority?",
            "voting",
            "advisory",
            "answerDays?"),
    AMEND("councils/{council}/motions/{motion}/amendments", "amendment", "mover", "text"),
    DECIDE_AMENDMENT(
            "councils/{council}/motions/{motion}/amendments/{amendment}/decision", "for", "against", "abstained"),
    REVISE_TEXT("councils/{council}/motions/{motion}/amendments/{amendment}/text", "text"),
    CONFLICT("councils/{council}/motions/{motion}/conflicts", "seat"),
    OPEN_VOTE("councils/{council}/motions/{motion}/open"),
    CORRECT_VOTE("councils/{council}/motions/{motion}/votes/{seat}/correction", "vote", "reason"),
    HANDS("councils/{council}/motions/{motion}/hands", "votes", "casting?"),
    DECLARE("councils/{council}/motions/{motion}/declare"),
    WITHDRAW_MOTION("councils/{council}/motions/{motion}/withdrawal", "reason"),
    ANSWER_OPINION("councils/{council}/motions/{motion}/answer", "answer", "text"),
    DEFINE_QUESTIONNAIRE(
            "questionnaires",
            "questionnaire",
            "title",
            "text?",
            "language",
            "access",
            "paper",
            "closes",
            "least",
            "demonstration",
            "questions"),
    OPEN_QUESTIONNAIRE("questionnaires/{questionnaire}/open"),
    CLOSE_QUESTIONNAIRE("questionnaires/{questionnaire}/close", "reason?"),
    PUBLISH_RESULTS("questionnaires/{questionnaire}/results"),
    FINDING("questionnaires/{questionnaire}/findings", "finding", "wish", "state", "text", "links?", "reason?"),
    ANNOUNCE_GATHERING(
            "gatherings",
            "gathering",
            "title",
            "text?",
            "kind",
            "day",
            "from",
            "until",
            "place",
            "sites",
            "ages",
            "least",
            "demonstration"),
    CHECK_IN("gatherings/{gathering}/check-ins", "site?", "age?", "persons"),
    HOLD_GATHERING("gatherings/{gathering}/held");

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern WORD = Pattern.compile("(\\w+)(\\??)");

    private final String path;
    private final String body;

    /** A call of that path, whose body has these members; a question mark stands behind the optional ones. */
    RestCall(String path, String... members) {
        this.path = "/api/" + path;
        this.body = String.join(" ", members);
    }

    /** The call of that name; empty if there is none. */
    static Optional<RestCall> named(String name) {
        return Arrays.stream(values())
                .filter(call -> call.stepName().equals(name))
                .findFirst();
    }

    /** What a step that does this is called. */
    String stepName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The address, with variables in braces. */
    String path() {
        return path;
    }

    /** The variables of the path, in order. */
    List<String> variables() {
        return VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
    }

    /** The members of the body that must be there. */
    List<String> required() {
        return WORD.matcher(body)
                .results()
                .filter(member -> member.group(2).isEmpty())
                .map(member -> member.group(1))
                .toList();
    }

    /** All members of the body. */
    List<String> members() {
        return WORD.matcher(body).results().map(member -> member.group(1)).toList();
    }
}
