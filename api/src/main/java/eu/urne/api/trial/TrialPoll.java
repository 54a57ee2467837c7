package eu.urne.api.trial;

import eu.urne.api.vote.DerivedSecrets;
import eu.urne.api.vote.RestClient;
import eu.urne.api.vote.Tablets;
import eu.urne.engine.EngineJson;
import eu.urne.engine.poll.BallotCast;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.SealedBallot;
import eu.urne.engine.poll.Token;
import eu.urne.engine.roll.Person;
import eu.urne.engine.tally.Ballot;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A poll with cards for so many voters, made over REST as the staff makes it, and their ballots. */
public final class TrialPoll {

    private static final int CHUNK = 5_000;
    private static final int OPTIONS = 20;

    private final PollId id;
    private final DerivedSecrets secrets;
    private final int voters;
    private final Tablets tablets;

    /** A ballot as it is sent: the id of its command, and the body. */
    public record Sealed(String cause, byte[] body) {}

    private record Cards(String label, List<Token> tokens) {}

    private record Persons(List<Person> persons) {}

    private TrialPoll(PollId id, DerivedSecrets secrets, int voters, boolean hasRegister, RestClient staff) {
        this.id = id;
        this.secrets = secrets;
        this.voters = voters;
        prepare(staff, hasRegister);
        long opening = step(staff, "open").get("index").longValue();
        JsonNode published = staff.get(path() + "?after=" + opening);
        this.tablets = new Tablets(staff, PollDefinition.read(published.get("definition")));
    }

    /** Defines the poll, authorises the cards, admits the voters, hands the cards out, and opens it. */
    public static TrialPoll open(String id, DerivedSecrets secrets, int voters, RestClient staff) {
        return new TrialPoll(new PollId(id), secrets, voters, true, staff);
    }

    /** The same without a register: whoever has a card votes. */
    public static TrialPoll openToAll(String id, DerivedSecrets secrets, int voters, RestClient staff) {
        return new TrialPoll(new PollId(id), secrets, voters, false, staff);
    }

    private String path() {
        return "/api/polls/" + id;
    }

    /** Where ballots are sent. */
    public String ballots() {
        return path() + "/ballots";
    }

    private void prepare(RestClient staff, boolean hasRegister) {
        Map<String, Object> definition = Map.ofEntries(
                Map.entry("poll", id.toString()),
                Map.entry("title", "Trial"),
                Map.entry("kind", "APPROVAL"),
                Map.entry("limits", Map.of("max", 3)),
                Map.entry("budget", Map.of("cents", 1_000_000, "currency", "EUR")),
                Map.entry("rule", Map.of("id", "greedy")),
                Map.entry("tieBreak", "declared"),
                Map.entry("eligibility", "nobody: a trial"),
                Map.entry("channels", List.of("card")),
                Map.entry("revote", false),
                Map.entry("suite", 1),
                Map.entry(
                        "options",
                        list(
                                0,
                                OPTIONS,
                                option -> Map.of(
                                        "id",
                                        "o" + option,
                                        "title",
                                        "Option " + option,
                                        "cost",
                                        100_000 + 1_000 * option))));
        staff.command("/api/polls", definition, id + "-define");
        for (int from = 0; from < voters; from += CHUNK) {
            int to = Math.min(voters, from + CHUNK);
            List<Token> tokens = IntStream.range(from, to)
                    .mapToObj(voter -> secrets.seed(voter).token())
                    .sorted()
                    .toList();
            staff.command(path() + "/cards", new Cards("all", tokens), id + "-cards-" + from);
            if (hasRegister) {
                Persons persons = new Persons(list(from, to, this::person));
                staff.command(path() + "/register/admissions", persons, id + "-admissions-" + from);
                staff.command(path() + "/register/hand-outs", persons, id + "-hand-outs-" + from);
            }
        }
    }

    private static <T> List<T> list(int from, int to, IntFunction<T> item) {
        return IntStream.range(from, to).mapToObj(item).toList();
    }

    private Person person(int voter) {
        return new Person(HexFormat.of().formatHex(Arrays.copyOf(secrets.bytes("person", voter), 16)));
    }

    private JsonNode step(RestClient staff, String name) {
        return staff.command(path() + "/" + name, Map.of(), id + "-" + name);
    }

    /** The ballot of a voter, the same each time. */
    public Sealed ballot(int voter) {
        Ballot choice = Ballot.Approval.of(voter % OPTIONS, (voter + 7) % OPTIONS);
        SealedBallot ballot =
                tablets.sealed(new Tablets.Vote(secrets.seed(voter), secrets.bytes("sealing", voter), choice));
        return new Sealed(ballot.id().hex(), EngineJson.MAPPER.writeValueAsBytes(BallotCast.of(ballot)));
    }

    /** Closes the poll, opens the ballots and counts them; how many were counted. */
    public long count(RestClient staff) {
        step(staff, "close");
        step(staff, "reveal");
        long index = step(staff, "outcome").get("index").longValue();
        return staff.get(path() + "/outcome?after=" + index).get("counted").longValue();
    }
}
