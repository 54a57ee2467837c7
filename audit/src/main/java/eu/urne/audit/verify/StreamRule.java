package eu.urne.audit.verify;

import eu.urne.audit.entry.Entry;
import eu.urne.audit.event.CandidacyEvent;
import eu.urne.audit.event.ConsentRecorded;
import eu.urne.audit.event.CouncilEvent;
import eu.urne.audit.event.DrawEvent;
import eu.urne.audit.event.Event;
import eu.urne.audit.event.GatheringEvent;
import eu.urne.audit.event.LogEvent;
import eu.urne.audit.event.MeetingEvent;
import eu.urne.audit.event.MinutesEvent;
import eu.urne.audit.event.MotionEvent;
import eu.urne.audit.event.PaperEvent;
import eu.urne.audit.event.PollEvent;
import eu.urne.audit.event.QuestionnaireEvent;
import eu.urne.audit.event.RegisterEvent;
import eu.urne.audit.event.SignerEvent;
import eu.urne.audit.event.UnlistedEvent;
import java.util.List;

/** Which event stands in which stream (docs/formats/events.md; councils.md; log.md, section 4). */
final class StreamRule {
    private static final List<String> LISTED = List.of(
            "poll/",
            "ballot/",
            "register/",
            "log/",
            "council/",
            "draw/",
            "meeting/",
            "motion/",
            "signer/",
            "minutes/",
            "questionnaire/",
            "answer/",
            "gathering/");

    private StreamRule() {}

    static boolean allows(Event event, Entry entry, String logStream) {
        String stream = entry.stream() == null ? "" : entry.stream();
        return switch (event) {
            case LogEvent log -> stream.equals(logStream);
            case PollEvent.BallotCast cast -> stream.equals(cast.ballot().stream());
            case PaperEvent paper -> stream.equals(paper.stream());
            case PollEvent poll -> stream.equals("poll/" + poll.poll());
            case RegisterEvent register -> allowsRegister(register, stream, entry.seq());
            case ConsentRecorded consent ->
                stream.equals("register/consent:" + consent.budget() + "/" + consent.person()) && entry.seq() == 0;
            case CouncilEvent council -> stream.equals("council/" + council.council());
            case DrawEvent draw -> stream.equals("draw/" + draw.draw());
            case MeetingEvent meeting -> stream.equals("meeting/" + meeting.council() + "/" + meeting.meeting());
            case MotionEvent motion -> stream.equals("motion/" + motion.council() + "/" + motion.motion());
            case SignerEvent signer -> stream.equals("signer/" + signer.council() + "/" + signer.signer());
            case MinutesEvent minutes -> stream.equals("minutes/" + minutes.council() + "/" + minutes.meeting());
            case CandidacyEvent candidacy -> allowsCandidacy(candidacy, stream, entry.seq());
            case QuestionnaireEvent.AnswerReceived received ->
                stream.equals("answer/" + received.questionnaire() + "/" + received.leaf()) && entry.seq() == 0;
            case QuestionnaireEvent questionnaire -> stream.equals("questionnaire/" + questionnaire.questionnaire());
            case GatheringEvent gathering -> stream.equals("gathering/" + gathering.gathering());
            case UnlistedEvent unlisted ->
                unlisted.isOfListedContext() || LISTED.stream().noneMatch(stream::startsWith);
        };
    }

    private static boolean allowsRegister(RegisterEvent event, String stream, long seq) {
        String register = "register/" + event.poll();
        return switch (event) {
            case RegisterEvent.AdmissionsOpened opened -> stream.equals(register) && seq == 0;
            case RegisterEvent.AdmissionsClosed closed -> stream.equals(register) && seq == 1;
            case RegisterEvent.VoterAdmitted admitted -> stream.equals(register + "/" + admitted.person()) && seq == 0;
            case RegisterEvent.CardHandedOut handedOut ->
                stream.equals(register + "/" + handedOut.person()) && seq == 1;
            case RegisterEvent.VoterRefused refused ->
                stream.equals("register/refused:" + event.poll() + "/" + refused.person());
        };
    }

    private static boolean allowsCandidacy(CandidacyEvent event, String stream, long seq) {
        String candidacy = "register/candidacy:" + event.draw();
        return switch (event) {
            case CandidacyEvent.CandidaciesOpened opened -> stream.equals(candidacy) && seq == 0;
            case CandidacyEvent.CandidaciesClosed closed -> stream.equals(candidacy) && seq == 1;
            case CandidacyEvent.CandidacyFiled filed -> stream.equals(candidacy + "/" + filed.person()) && seq % 2 == 0;
            case CandidacyEvent.CandidacyWithdrawn withdrawn ->
                stream.equals(candidacy + "/" + withdrawn.person()) && seq % 2 == 1;
            case CandidacyEvent.CandidacyRefused refused ->
                stream.equals("register/candidacy-refused:" + event.draw() + "/" + refused.person());
        };
    }
}
