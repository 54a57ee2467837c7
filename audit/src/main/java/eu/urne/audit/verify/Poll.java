package eu.urne.audit.verify;

import eu.urne.audit.PollFacts;
import eu.urne.audit.PollReport;
import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.crypto.Digest128;
import eu.urne.audit.event.Definition;
import eu.urne.audit.event.PollEvent.OutcomeDeclared;
import eu.urne.audit.event.PollEvent.PollDefined;
import eu.urne.audit.event.PollEvent.PollSealed;
import eu.urne.audit.event.RegisterFigures;
import eu.urne.audit.tally.Option;
import eu.urne.audit.tally.OptionResult;
import eu.urne.audit.tally.Outcome;
import eu.urne.audit.tree.GrowingTree;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the log has said about a poll so far. {@link PollSetup}, {@link PollBallots} and {@link PollClosing} check each
 * event and write it down here.
 */
final class Poll {
    /** The states of a poll in their order (docs/formats/events.md, section 1). */
    enum Phase {
        NEW("not defined"),
        DEFINED("defined"),
        REGISTER_OPENED("about to open"),
        OPEN("open"),
        REGISTER_CLOSED("about to close"),
        CLOSED("closed"),
        SEALED("sealed"),
        KEY_REVEALED("unlocked"),
        SCORING("being declared"),
        DECLARED("declared");

        private final String words;

        Phase(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    final String id;
    final GrowingTree entries = new GrowingTree();
    final List<Option> options = new ArrayList<>();
    final Map<String, Long> cardsByLabel = new HashMap<>();
    final DigestTable tokens = new DigestTable();
    final PollBallots ballots;
    final PollCards cards;
    final PollPaper paper;
    final PollTablets tablets;
    final List<OptionResult> declaredResults = new ArrayList<>();
    final Map<Phase, Long> reachedAt = new EnumMap<>(Phase.class);
    Phase phase = Phase.NEW;
    boolean notExamined;
    Place latest = Place.NONE;

    @Nullable
    PollDefined defined;

    @Nullable
    RegisterFigures registerAtOpening;

    @Nullable
    RegisterFigures registerAtClose;

    @Nullable
    PollSealed seal;

    @Nullable
    Bytes revealedKey;

    long scoresIndex;

    @Nullable
    OutcomeDeclared outcome;

    long outcomeIndex;
    PollReport.@Nullable Opened opened;
    PollReport.@Nullable Decision decision;

    @Nullable
    Outcome recount;

    boolean undecided;

    Poll(String id, PollBook book, Findings findings) {
        this.id = id;
        this.ballots = new PollBallots(this, book, findings);
        this.cards = new PollCards(this, findings);
        this.paper = new PollPaper(this, findings);
        this.tablets = new PollTablets(this, findings);
    }

    /** Gives the definition, once all options are listed. */
    Optional<Definition> definition() {
        return isComplete() && defined != null ? Optional.of(defined.definition()) : Optional.empty();
    }

    boolean isComplete() {
        return defined != null && options.size() == defined.options();
    }

    boolean isVoid(Digest128 token) {
        return cards.isVoid(token);
    }

    long cards() {
        return cardsByLabel.values().stream().mapToLong(Long::longValue).sum();
    }

    PollReport report() {
        return new PollReport(
                id,
                defined == null ? "" : defined.definition().title(),
                state(),
                cards(),
                registerAtClose == null ? null : registerAtClose.handedOut(),
                ballots.cast(),
                ballots.superseded(),
                opened,
                decision);
    }

    /** Gives all that is known of the poll; empty if not even its definition can be relied on. */
    Optional<PollFacts> facts() {
        PollDefined first = defined;
        if (first == null || notExamined) {
            return Optional.empty();
        }
        return definition()
                .map(definition -> new PollFacts(
                        report(),
                        definition,
                        first.hash(),
                        List.copyOf(options),
                        registerAtClose,
                        tablets.figures(),
                        seal,
                        recount,
                        Optional.ofNullable(reachedAt.get(Phase.OPEN)),
                        Optional.ofNullable(reachedAt.get(Phase.CLOSED)),
                        Optional.ofNullable(reachedAt.get(Phase.DECLARED)),
                        latest.at()));
    }

    private PollReport.State state() {
        if (notExamined) {
            return PollReport.State.NOT_EXAMINED;
        }
        if (undecided) {
            return PollReport.State.UNDECIDED;
        }
        return switch (phase) {
            case NEW, DEFINED, REGISTER_OPENED -> PollReport.State.DEFINED;
            case OPEN, REGISTER_CLOSED -> PollReport.State.OPEN;
            case CLOSED -> PollReport.State.CLOSED;
            case SEALED -> PollReport.State.SEALED;
            case KEY_REVEALED, SCORING -> PollReport.State.KEY_REVEALED;
            case DECLARED -> PollReport.State.DECLARED;
        };
    }
}
