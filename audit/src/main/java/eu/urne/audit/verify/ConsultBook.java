package eu.urne.audit.verify;

import eu.urne.audit.consult.Question;
import eu.urne.audit.consult.QuestionnaireTerms;
import eu.urne.audit.consult.Table;
import eu.urne.audit.consult.Withheld;
import eu.urne.audit.event.GatheringEvent;
import eu.urne.audit.event.QuestionnaireEvent;
import eu.urne.audit.event.QuestionnaireEvent.AnswerReceived;
import eu.urne.audit.event.QuestionnaireEvent.AnswersCounted;
import eu.urne.audit.event.QuestionnaireEvent.AnswersErased;
import eu.urne.audit.event.QuestionnaireEvent.CodesIssued;
import eu.urne.audit.event.QuestionnaireEvent.FindingTold;
import eu.urne.audit.event.QuestionnaireEvent.QuestionnaireClosed;
import eu.urne.audit.event.QuestionnaireEvent.QuestionnaireDefined;
import eu.urne.audit.event.QuestionnaireEvent.QuestionnaireOpened;
import eu.urne.audit.event.QuestionnaireEvent.QuestionnaireWithdrawn;
import eu.urne.audit.event.QuestionnaireEvent.ResultsPublished;
import eu.urne.audit.verify.ConsultTrail.Phase;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Check 14: questionnaires and their answers; gatherings have a book of their own. */
final class ConsultBook {
    private static final int MOST_FINDINGS = 200;
    private static final long DAY_MS = 86_400_000;

    private final Map<String, ConsultTrail> questionnaires = new HashMap<>();
    private final GatheringBook gatherings;
    private final Findings findings;

    ConsultBook(Findings findings) {
        this.findings = findings;
        this.gatherings = new GatheringBook(this::isDefined, findings);
    }

    private ConsultTrail trail(String id) {
        return questionnaires.computeIfAbsent(id, each -> new ConsultTrail(each, findings));
    }

    private boolean isDefined(String id) {
        ConsultTrail trail = questionnaires.get(id);
        return trail != null && (trail.notExamined || trail.terms != null);
    }

    /** Leaves a stream alone of which an event cannot be read. */
    void giveUp(@Nullable String stream) {
        String[] parts = stream == null ? new String[0] : stream.split("/", 3);
        if (parts.length == 2 && parts[0].equals("gathering")) {
            gatherings.giveUp(parts[1]);
        } else if (parts.length >= 2 && (parts[0].equals("questionnaire") || parts[0].equals("answer"))) {
            trail(parts[1]).notExamined = true;
        }
    }

    void accept(Place place, GatheringEvent event) {
        gatherings.accept(place, event);
    }

    void accept(Place place, QuestionnaireEvent event) {
        ConsultTrail trail = trail(event.questionnaire());
        if (trail.notExamined) {
            return;
        }
        if (event instanceof QuestionnaireDefined defined) {
            trail.protest.demand(trail.phase == Phase.NEW, place, "is defined a second time");
            trail.terms = defined.terms();
            trail.phase = Phase.DRAFTED;
        } else if (trail.terms == null) {
            trail.protest.wrong(place, "is not defined");
            trail.notExamined = true;
        } else {
            dispatch(trail, trail.terms, place, event);
        }
    }

    private static void dispatch(ConsultTrail trail, QuestionnaireTerms terms, Place place, QuestionnaireEvent event) {
        switch (event) {
            case QuestionnaireDefined defined -> throw new IllegalArgumentException("defined by accept()");
            case CodesIssued issued -> issue(trail, terms, place, issued);
            case QuestionnaireWithdrawn withdrawn -> step(trail, place, Phase.DRAFTED, Phase.WITHDRAWN, "withdrawn");
            case QuestionnaireOpened opened -> {
                step(trail, place, Phase.DRAFTED, Phase.OPEN, "opened");
                trail.protest.demand(place.at() < terms.closes(), place, "is opened behind the moment it closes");
            }
            case AnswerReceived received -> receive(trail, terms, place, received);
            case QuestionnaireClosed closed -> {
                step(trail, place, Phase.OPEN, Phase.CLOSED, "closed");
                trail.protest.demand(
                        closed.early() == place.at() < terms.closes(),
                        place,
                        "is closed before its time without a reason, or in time with one");
            }
            case AnswersCounted counted -> count(trail, place, counted);
            case ResultsPublished published -> publish(trail, terms, place, published);
            case FindingTold told -> tell(trail, place, told);
            case AnswersErased erased -> {
                trail.protest.demand(
                        trail.phase == Phase.PUBLISHED && !trail.erased,
                        place,
                        "has its answers erased a second time, or before its results");
                trail.erased = true;
            }
        }
    }

    private static void step(ConsultTrail trail, Place place, Phase from, Phase to, String done) {
        trail.protest.demand(trail.phase == from, place, "is " + done + " where that does not stand in its place");
        trail.phase = to;
    }

    private static void issue(ConsultTrail trail, QuestionnaireTerms terms, Place place, CodesIssued event) {
        trail.protest.demand(
                terms.codes() && (trail.phase == Phase.DRAFTED || trail.phase == Phase.OPEN),
                place,
                "has codes issued where that does not stand in its place");
        for (String code : event.codes()) {
            trail.protest.demand(trail.codes.add(code), place, "has the code " + code + " issued a second time");
        }
    }

    private static void receive(ConsultTrail trail, QuestionnaireTerms terms, Place place, AnswerReceived event) {
        Protest protest = trail.protest;
        protest.demand(trail.phase == Phase.OPEN, place, "gets an answer while it is not open");
        protest.demand(place.at() % DAY_MS == 0, place, "gets an answer whose time is not a day");
        protest.demand(
                place.cause().equals("answer/" + event.questionnaire() + "/" + event.leaf()),
                place,
                "gets an answer whose cause is not the name of its stream");
        protest.demand(trail.leaves.add(event.leaf()), place, "gets an answer a second time");
        String code = event.code();
        protest.demand(
                (code != null) == terms.codes(), place, "gets an answer with a code, or without, against its terms");
        if (code != null) {
            protest.demand(trail.codes.contains(code), place, "gets an answer with a code that was not issued");
            protest.demand(trail.used.add(code), place, "gets an answer with a code that was used");
        }
        List<String> typed = event.typed();
        if (!typed.isEmpty()) {
            protest.demand(
                    typed.size() == terms.typists() && typed.getLast().equals(place.by()),
                    place,
                    "gets an answer from paper that was typed by others than its terms say");
        }
        trail.tree.append(HexFormat.of().parseHex(event.leaf()));
    }

    private static void count(ConsultTrail trail, Place place, AnswersCounted event) {
        step(trail, place, Phase.CLOSED, Phase.COUNTED, "counted");
        trail.protest.demand(
                event.answers() == trail.tree.size(),
                place,
                "has " + event.answers() + " answers counted; there are " + trail.tree.size());
        trail.protest.demand(
                event.root().equals(HexFormat.of().formatHex(trail.tree.root())),
                place,
                "has a root that is not that of its answers");
    }

    private static void publish(ConsultTrail trail, QuestionnaireTerms terms, Place place, ResultsPublished event) {
        step(trail, place, Phase.COUNTED, Phase.PUBLISHED, "told");
        trail.protest.demand(
                event.answers() == trail.tree.size(),
                place,
                "has results of " + event.answers() + " answers; there are " + trail.tree.size());
        List<String> ids = terms.questions().stream().map(Question::id).toList();
        if (!trail.protest.demand(
                event.tables().stream().map(Table::question).toList().equals(ids),
                place,
                "has tables of other questions than it has")) {
            return;
        }
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            Withheld.wrong(terms.questions().get(i), event.tables().get(i), event.answers(), terms.least())
                    .ifPresent(wrong -> trail.protest.wrong(place, "has a table of '" + id + "' that " + wrong));
        }
    }

    private static void tell(ConsultTrail trail, Place place, FindingTold event) {
        trail.protest.demand(trail.phase == Phase.PUBLISHED, place, "has a finding before its results");
        boolean known = !trail.findings.add(event.finding());
        trail.protest.demand(
                known == event.revised(),
                place,
                "has the finding '" + event.finding() + "' told twice, or revised before it is told");
        trail.protest.demand(trail.findings.size() <= MOST_FINDINGS, place, "has too many findings");
    }
}
