package eu.urne.engine;

import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.consult.Access;
import eu.urne.engine.consult.AnswerReceived;
import eu.urne.engine.consult.Channel;
import eu.urne.engine.consult.Choice;
import eu.urne.engine.consult.Finding;
import eu.urne.engine.consult.FindingId;
import eu.urne.engine.consult.FindingState;
import eu.urne.engine.consult.GatheringEvent;
import eu.urne.engine.consult.GatheringId;
import eu.urne.engine.consult.GatheringTerms;
import eu.urne.engine.consult.PaperEntry;
import eu.urne.engine.consult.Question;
import eu.urne.engine.consult.QuestionTable;
import eu.urne.engine.consult.QuestionnaireEvent;
import eu.urne.engine.consult.QuestionnaireId;
import eu.urne.engine.consult.QuestionnaireTerms;
import eu.urne.engine.consult.TableCell;
import eu.urne.engine.poll.Hash;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The events of consultations for {@link EventSnapshotsTest}. */
final class ConsultExamples {

    private static final QuestionnaireId SQUARE = new QuestionnaireId("square");
    private static final GatheringId DAY = new GatheringId("day-2022");
    private static final Hash HASH = new Hash("cd".repeat(32));
    private static final BlobHash BLOB = new BlobHash("ab".repeat(32));
    private static final List<Choice> OPTIONS =
            List.of(new Choice("trees", "Des arbres"), new Choice("benches", "Des bancs"));

    private ConsultExamples() {}

    static Map<String, Object> all() {
        Map<String, Object> all = new TreeMap<>();
        questionnaires(all);
        results(all);
        gatherings(all);
        return all;
    }

    private static void put(Map<String, Object> all, String form, Object event) {
        all.put("urne.consult." + event.getClass().getSimpleName() + ".v1" + form, event);
    }

    private static QuestionnaireTerms terms(boolean full) {
        List<Question> questions = List.of(
                new Question.One("most", "Que voulez-vous ?", true, OPTIONS),
                new Question.Several("also", "Et aussi ?", false, OPTIONS, 2),
                new Question.Ranking("order", "Dans quel ordre ?", false, OPTIONS, 2),
                new Question.Scale("today", "La place aujourd'hui ?", true, 1, 5, "triste", "belle"),
                new Question.Figure("people", "Combien chez vous ?", false, 1, 20, List.of(1L, 3L, 5L), "personnes"),
                new Question.Text("words", "Autre chose ?", false, 1_000));
        return new QuestionnaireTerms(
                SQUARE,
                "La place",
                full ? "Une place à dessiner ensemble." : null,
                "fr",
                full ? Access.TOKEN : Access.OPEN,
                full ? PaperEntry.TWICE : PaperEntry.NONE,
                1_800_000_000_000L,
                5,
                full,
                full
                        ? questions
                        : List.of(new Question.Figure("people", "Combien ?", true, -3, 3, List.of(-3L), null)));
    }

    private static void questionnaires(Map<String, Object> all) {
        put(all, "", new QuestionnaireEvent.QuestionnaireDefined(SQUARE, terms(true)));
        put(all, "-open", new QuestionnaireEvent.QuestionnaireDefined(SQUARE, terms(false)));
        put(all, "", new QuestionnaireEvent.CodesIssued(SQUARE, List.of(HASH)));
        put(all, "", new QuestionnaireEvent.QuestionnaireWithdrawn(SQUARE, "Une faute"));
        put(all, "", new QuestionnaireEvent.QuestionnaireOpened(SQUARE));
        put(all, "", new AnswerReceived(SQUARE, HASH, Channel.ONLINE, null, null));
        put(all, "-paper", new AnswerReceived(SQUARE, HASH, Channel.PAPER, HASH, List.of("staff/one", "staff/two")));
        put(all, "", new QuestionnaireEvent.QuestionnaireClosed(SQUARE, null));
        put(all, "-early", new QuestionnaireEvent.QuestionnaireClosed(SQUARE, "Panne"));
        put(all, "", new QuestionnaireEvent.AnswersCounted(SQUARE, 41, HASH));
    }

    private static void results(Map<String, Object> all) {
        put(
                all,
                "",
                new QuestionnaireEvent.ResultsPublished(
                        SQUARE,
                        41,
                        List.of(
                                new QuestionTable(
                                        "most",
                                        40L,
                                        List.of(new TableCell("trees", 30L), new TableCell("benches", 10L)),
                                        null),
                                new QuestionTable(
                                        "order",
                                        null,
                                        List.of(new TableCell("trees", null)),
                                        List.of(new TableCell("trees", null))))));
        Finding finding = new Finding(
                new FindingId("trees"), "Des arbres", FindingState.PARTLY, BLOB, List.of("works/adults/trees"));
        put(all, "", new QuestionnaireEvent.FindingPublished(SQUARE, finding));
        put(all, "", new QuestionnaireEvent.FindingRevised(SQUARE, finding, "Plantés"));
        put(all, "", new QuestionnaireEvent.AnswersErased(SQUARE, "Fin de la consultation"));
    }

    private static void gatherings(Map<String, Object> all) {
        List<Choice> sites = List.of(new Choice("nord", "Nord"), new Choice("sud", "Sud"));
        put(all, "", new GatheringEvent.GatheringAnnounced(DAY, day("Venez !", sites, List.of("0-17", "18+"), 5)));
        put(all, "-small", new GatheringEvent.GatheringAnnounced(DAY, day(null, List.of(), List.of(), 10)));
        put(all, "", new GatheringEvent.EvaluationLinked(DAY, SQUARE));
        List<TableCell> bySite =
                List.of(new TableCell("nord", 70L), new TableCell("sud", null), new TableCell("-", null));
        put(all, "", new GatheringEvent.GatheringHeld(DAY, 120, bySite, List.of()));
        put(all, "", new GatheringEvent.GatheringCalledOff(DAY, "Neige"));
    }

    private static GatheringTerms day(@Nullable String text, List<Choice> sites, List<String> ages, int least) {
        return new GatheringTerms(
                DAY,
                "Journée de la participation",
                text,
                "participation-day",
                LocalDate.of(2022, 9, 17),
                LocalTime.of(14, 0),
                LocalTime.of(18, 0),
                "Place de l'Hôtel de Ville",
                sites,
                ages,
                least,
                text != null);
    }
}
