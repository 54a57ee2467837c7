package eu.urne.api.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import eu.urne.engine.poll.Presentation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a step of a scenario does (docs/scenarios.md). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Act.OpenBudget.class, name = "open-budget"),
    @JsonSubTypes.Type(value = Act.Idea.class, name = "idea"),
    @JsonSubTypes.Type(value = Act.Ideas.class, name = "ideas"),
    @JsonSubTypes.Type(value = Act.Revise.class, name = "revise"),
    @JsonSubTypes.Type(value = Act.Shortlist.class, name = "shortlist"),
    @JsonSubTypes.Type(value = Act.Register.class, name = "register"),
    @JsonSubTypes.Type(value = Act.Consents.class, name = "consents"),
    @JsonSubTypes.Type(value = Act.Cards.class, name = "cards"),
    @JsonSubTypes.Type(value = Act.AdmitAll.class, name = "admit-all"),
    @JsonSubTypes.Type(value = Act.Admit.class, name = "admit"),
    @JsonSubTypes.Type(value = Act.HandOut.class, name = "hand-out"),
    @JsonSubTypes.Type(value = Act.Vote.class, name = "vote"),
    @JsonSubTypes.Type(value = Act.Paper.class, name = "paper"),
    @JsonSubTypes.Type(value = Act.Stand.class, name = "stand"),
    @JsonSubTypes.Type(value = Act.OfferRole.class, name = "offer-role"),
    @JsonSubTypes.Type(value = Act.Item.class, name = "item"),
    @JsonSubTypes.Type(value = Act.Attend.class, name = "attend"),
    @JsonSubTypes.Type(value = Act.RollCall.class, name = "roll-call"),
    @JsonSubTypes.Type(value = Act.MakeSignerKey.class, name = "signer-key"),
    @JsonSubTypes.Type(value = Act.SignMinutes.class, name = "sign-minutes"),
    @JsonSubTypes.Type(value = Act.Secret.class, name = "secret-vote"),
    @JsonSubTypes.Type(value = Act.Answers.class, name = "answers"),
    @JsonSubTypes.Type(value = Act.Expect.class, name = "expect"),
    @JsonSubTypes.Type(value = Act.Fetch.class, name = "fetch"),
})
sealed interface Act {

    /** Whether it takes a scenario about a budget. */
    default boolean needsBudget() {
        return switch (this) {
            case OpenBudget open -> true;
            case Idea idea -> true;
            case Ideas ideas -> true;
            case Revise revise -> true;
            case Shortlist shortlist -> true;
            case Consents consents -> true;
            case Request request -> request.call().path().startsWith("/api/budgets/");
            case Register register -> false;
            case Cards cards -> false;
            case AdmitAll admit -> false;
            case Admit admit -> false;
            case HandOut handOut -> false;
            case Vote vote -> false;
            case Paper paper -> false;
            case Stand stand -> false;
            case OfferRole offer -> false;
            case Item item -> false;
            case Attend attend -> false;
            case RollCall roll -> false;
            case Secret secret -> false;
            case MakeSignerKey make -> false;
            case SignMinutes sign -> false;
            case Answers answers -> false;
            case Expect expect -> false;
            case Fetch fetch -> false;
        };
    }

    /** One request of the staff's. */
    record Request(RestCall call, ObjectNode fields) implements Act {}

    /** Opens the budget of the scenario. */
    record OpenBudget() implements Act {}

    /**
     * An idea is handed in by a group of a site, or by a council.
     *
     * @param members how many they are in the group; null for a council
     * @param council its id; null for a group
     * @param picture name of a PNG file in {@code pictures/} beside the scenario, without its ending; null for none
     */
    record Idea(
            String proposal,
            String site,
            @Nullable Integer members,
            @Nullable String council,
            String category,
            String title,
            String text,
            @Nullable String picture)
            implements Act {
        public Idea {
            if ((members == null) == (council == null)) {
                throw new IllegalArgumentException("members: an idea has either members or a council");
            }
        }
    }

    /**
     * Ideas of a list are handed in.
     *
     * @param from file beside the scenario
     * @param first number of the first one, from 1
     * @param last number of the last one
     */
    record Ideas(String from, int first, int last) implements Act {}

    /** An idea gets other words. */
    record Revise(String proposal, String title, String text) implements Act {}

    /**
     * Publishes a shortlist, which defines the poll of the part.
     *
     * @param ages who may vote: of these ages on the first day of the vote
     * @param places where they must live; null if they must belong to a site of the part
     */
    record Shortlist(
            String part,
            List<Listed> proposals,
            String kind,
            JsonNode limits,
            JsonNode rule,
            String tieBreak,
            String eligibility,
            @Nullable List<String> channels,
            Ages ages,
            @Nullable List<String> places,
            @Nullable Presentation order)
            implements Act {}

    /** A proposal on a shortlist, and the official short title. */
    record Listed(String proposal, String title) {}

    /** Ages in completed years; without {@code to} there is no upper limit. */
    record Ages(int from, @Nullable Integer to) {}

    /** Imports the register of the scenario's people from a CSV file. */
    record Register(@Nullable String encoding, @Nullable String separator) implements Act {}

    /** The guardians of the people consent, except for some. */
    record Consents() implements Act {}

    /**
     * Prints cards for a poll and authorises their tokens.
     *
     * @param spare how many more than expected, in percent
     * @param paper tokens for ballots on paper besides
     * @param shown cards besides, with short codes that are told to whoever plays with the demonstration
     */
    record Cards(
            String poll,
            int spare,
            @Nullable Integer paper,
            @Nullable Integer shown) implements Act {}

    /** Admits everybody of the register who may vote. */
    record AdmitAll(String poll) implements Act {}

    /** Asks for the admission of somebody whom the scenario names. */
    record Admit(String poll, String person) implements Act {}

    /** Hands out cards to everybody who comes to vote. */
    record HandOut(String poll) implements Act {}

    /**
     * Everybody who was given a card votes.
     *
     * @param wishes what they choose; divided among them by the weights, exactly
     * @param paper how many of them fill in a sheet of paper instead; null for nobody
     */
    record Vote(String poll, List<Wish> wishes, @Nullable Integer paper) implements Act {}

    /**
     * Two persons enter the sheets of paper of a poll, each alone, and count them.
     *
     * @param with the second member of staff
     * @param misread whether the second one misreads the first sheet, so that both have to enter it again
     */
    record Paper(String poll, String with, @Nullable Boolean misread) implements Act {}

    /**
     * People of the register stand for a draw.
     *
     * @param site where they belong; null for all
     * @param count so many of those who may vote, the first ones; null for all
     * @param told what they say of each attribute: values that they have by turns; null for nothing
     */
    record Stand(
            String draw,
            @Nullable String site,
            @Nullable Integer count,
            @Nullable Map<String, List<String>> told) implements Act {}

    /**
     * A role is offered to the first ones in the reserve.
     *
     * @param count to so many
     * @param accept so many of these accept, the first ones; the others decline
     */
    record OfferRole(String draw, String role, int count, int accept) implements Act {}

    /**
     * Something for the agenda of a meeting.
     *
     * @param from CITY, MEMBER or RESIDENT
     */
    record Item(
            String council,
            String meeting,
            String id,
            String from,
            @Nullable Integer seat,
            String title,
            @Nullable String text,
            @Nullable String motion)
            implements Act {}

    /**
     * It is recorded who is at a meeting.
     *
     * @param as ROOM, REMOTE, EXCUSED, ABSENT or LEFT
     * @param seats numbers and ranges: {@code 1-20, 23}
     */
    record Attend(String council, String meeting, String as, String seats) implements Act {}

    /** The roll is called; seats as in {@link Attend}, null for none. */
    record RollCall(
            String council,
            String motion,
            @JsonProperty("for") @Nullable String inFavour,
            @Nullable String against,
            @Nullable String abstain)
            implements Act {}

    /**
     * A secret vote from the cards to the outcome of its poll.
     *
     * @param voters how many people of the register vote, the first ones of those who may
     */
    record Secret(String poll, int voters, List<Wish> wishes) implements Act {}

    /** A signer of minutes makes a key on her device, or another one in place of it. */
    record MakeSignerKey(String council, String signer) implements Act {}

    /** A signer signs the latest version of minutes. */
    record SignMinutes(String council, String meeting, String signer) implements Act {}

    /**
     * People answer a questionnaire, alike.
     *
     * @param times how many of them, 1 to 50
     */
    record Answers(String questionnaire, int times, ObjectNode answers) implements Act {}

    /**
     * Options as {@code urne vote --choose} takes them, none for a blank ballot; and how many choose so, in relation.
     */
    record Wish(List<String> choose, int weight) {}

    /**
     * Reads what the server shows and compares.
     *
     * @param get a path that everybody may read
     * @param at JSON pointer of a value in the answer
     * @param is what must stand there
     */
    record Expect(String get, String at, JsonNode is) implements Act {}

    /**
     * Reads a file that everybody may read.
     *
     * @param get its path
     * @param contains a text that must stand in it
     */
    record Fetch(String get, String contains) implements Act {}
}
