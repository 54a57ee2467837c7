package eu.urne.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.open.PublishedElection;
import eu.urne.engine.open.Publisher;
import eu.urne.engine.pabulib.PbDocument;
import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.pabulib.PbFile;
import eu.urne.engine.pabulib.PbReader;
import eu.urne.engine.pabulib.PbText;
import eu.urne.engine.pabulib.PbWriter;
import eu.urne.engine.pabulib.Strictness;
import eu.urne.engine.poll.BallotCodec;
import eu.urne.engine.poll.BallotKind;
import eu.urne.engine.poll.Hash;
import eu.urne.engine.poll.OpenedPoll;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollEvent.OptionsListed;
import eu.urne.engine.poll.PollEvent.PollClosed;
import eu.urne.engine.poll.PollEvent.PollDefined;
import eu.urne.engine.poll.PollEvent.PollKeyRevealed;
import eu.urne.engine.poll.PollEvent.PollOpened;
import eu.urne.engine.poll.PollEvent.ScoresDeclared;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.PollKey;
import eu.urne.engine.poll.SealedBallot;
import eu.urne.engine.poll.Suite1;
import eu.urne.engine.poll.TokenSeed;
import eu.urne.engine.poll.internal.DeclaredPoll;
import eu.urne.engine.poll.internal.PollCount;
import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.TieBreak;
import eu.urne.engine.tally.WeightedBallot;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Polls published as {@code .pb} files are read back, strictly, to the same winners. */
class PublishedElectionTest {

    private static final PollKey KEY = new PollKey(bytes(5, 0));
    private static final Publisher CITY = new Publisher("Saint-Quentin", "France");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final long OPENED = Instant.parse("2026-03-31T22:00:00Z").toEpochMilli();
    private static final long CLOSED = Instant.parse("2026-04-30T18:00:00Z").toEpochMilli();

    private static byte[] bytes(int first, int second) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) first;
        bytes[1] = (byte) second;
        return bytes;
    }

    private static List<SealedBallot> sealed(PollDefinition definition, List<Ballot> choices) {
        BallotCodec codec = new BallotCodec(definition);
        Hash hash = definition.hash();
        return IntStream.range(0, choices.size())
                .mapToObj(voter -> Suite1.seal(
                        definition.terms(),
                        hash,
                        new TokenSeed(bytes(voter, 1)),
                        0,
                        codec.encode(choices.get(voter)),
                        bytes(voter, 2)))
                .toList();
    }

    private static OpenedPoll opened(PollDefinition definition, List<Ballot> choices) {
        List<SealedBallot> cast = sealed(definition, choices);
        PollCount.Decided count = (PollCount.Decided) PollCount.of(definition, cast, KEY.scalar());
        PollId poll = definition.terms().poll();
        DeclaredPoll declared = new DeclaredPoll();
        declared.add(
                new PollDefined(poll, definition.terms(), definition.options().size(), definition.hash()), 0);
        declared.add(new OptionsListed(poll, 0, definition.options()), 0);
        declared.add(new PollOpened(poll, definition.hash(), null), OPENED);
        declared.add(new PollClosed(poll), CLOSED);
        declared.add(new PollKeyRevealed(poll, KEY.scalar()), CLOSED);
        declared.add(new ScoresDeclared(poll, 0, count.scores()), CLOSED);
        declared.add(count.outcome(), CLOSED);
        return declared.opened(() -> cast).orElseThrow();
    }

    private static PbText written(PbDocument document) throws IOException, PbException {
        StringWriter out = new StringWriter();
        PbWriter.write(document, out);
        return PbText.of(document.name(), out.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static PbFile strictly(OpenedPoll poll) throws IOException, PbException {
        return PbReader.read(written(PublishedElection.of(poll, CITY, PARIS).orElseThrow()), Strictness.STRICT);
    }

    private static List<String> idsInFile(PbFile file, OpenedPoll poll, List<String> ids) {
        return ids.stream()
                .map(id -> IntStream.range(0, poll.tieOrder().size())
                        .filter(place -> poll.definition()
                                .options()
                                .get(poll.tieOrder().get(place))
                                .id()
                                .equals(id))
                        .mapToObj(place -> file.projects().get(place).id())
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    @Property(tries = 600)
    void theTallyReadsItBackToTheSameWinners(@ForAll long seed) throws IOException, PbException {
        RandomPoll random = new RandomPoll(new Random(seed));
        PollDefinition definition = random.definition(KEY);
        OpenedPoll poll = opened(definition, random.choices(definition));

        PbFile file = strictly(poll);

        List<String> winners = idsInFile(file, poll, poll.outcome().selected());
        assertThat(file.officialWinners())
                .hasValueSatisfying(told -> assertThat(told).containsExactlyInAnyOrderElementsOf(winners));
        if (!(definition.terms().limits() instanceof BallotKind.Grades)) {
            FileCount count = FileCount.of(file, new RuleChoice(), TieBreak.Fixed.DECLARED);
            assertThat(count.outcome().selected()).as(file.ruleName()).containsExactlyElementsOf(winners);
            assertThat(count.official()).hasValueSatisfying(official -> assertThat(official.matches())
                    .isTrue());
        }
    }

    @Property(tries = 50)
    void theOrderOfTheVotersFollowsFromTheirChoicesAlone(@ForAll long seed) {
        Random random = new Random(seed);
        PollDefinition definition = new RandomPoll(random).definition(KEY);
        List<Ballot> choices = new RandomPoll(random).choices(definition);
        List<Ballot> otherOrder = new ArrayList<>(choices);
        Collections.shuffle(otherOrder, random);

        List<Ballot> published = opened(definition, choices).choices();

        assertThat(opened(definition, otherOrder).choices()).isEqualTo(published);
        assertThat(WeightedBallot.group(published)).hasSameElementsAs(WeightedBallot.group(choices));
    }

    @Property(tries = 50)
    void everyVoterHasARowWithARunningNumber(@ForAll long seed) throws IOException, PbException {
        RandomPoll random = new RandomPoll(new Random(seed));
        PollDefinition definition = random.definition(KEY);
        List<Ballot> choices = random.choices(definition);
        PbDocument document =
                PublishedElection.of(opened(definition, choices), CITY, PARIS).orElseThrow();

        assertThat(PbReader.document(written(document)).projects()).isEqualTo(document.projects());
        Set<String> voters = new HashSet<>();
        for (int row = 0; row < document.votes().size(); row++) {
            voters.add(document.votes().row(row).getFirst());
        }
        assertThat(voters)
                .hasSameElementsAs(IntStream.rangeClosed(1, choices.size())
                        .mapToObj(Integer::toString)
                        .toList());
    }
}
