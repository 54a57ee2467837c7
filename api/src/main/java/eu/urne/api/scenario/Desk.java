package eu.urne.api.scenario;

import eu.urne.api.vote.DerivedSecrets;
import eu.urne.api.vote.RestClient;
import eu.urne.engine.EngineJson;
import eu.urne.engine.budget.Phase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Does the steps of a scenario over REST, as the members of staff and the animators would. */
final class Desk {

    private static final String OTHERS = "others";
    private static final String BUDGET = "budget";

    private final Scenario scenario;
    private final Map<String, RestClient> staff;
    private final Electorate electorate;
    private final RegisterDesk register;
    private final PollingStation station;
    private final Proposals proposals = new Proposals();
    private final CouncilDesk councils = new CouncilDesk();
    private final SigningDesk signing = new SigningDesk();
    private int requests;

    /**
     * A desk.
     *
     * @param staff a client per member of staff, with his or her key
     * @param secrets of the cards
     */
    Desk(Scenario scenario, Map<String, RestClient> staff, DerivedSecrets secrets) {
        this.scenario = scenario;
        this.staff = staff;
        this.electorate = new Electorate(scenario);
        this.register = new RegisterDesk(scenario, electorate);
        this.station = new PollingStation(scenario, electorate, secrets);
    }

    /**
     * Does one step.
     *
     * @throws eu.urne.api.vote.RestException if the server refuses
     * @throws ScenarioException with the line, if the step makes no sense
     */
    void perform(Step step) {
        RestClient rest = rest(step);
        switch (step.act()) {
            case Act.Request request -> request(step, request);
            case Act.OpenBudget open -> send(rest, "/api/budgets", Map.of("terms", scenario.budget()));
            case Act.Idea idea -> handIn(rest, idea);
            case Act.Ideas ideas -> handIn(rest, step, ideas);
            case Act.Revise revise -> revise(rest, step, revise);
            case Act.Shortlist shortlist -> shortlist(rest, shortlist);
            case Act.Expect expect -> expect(rest, step, expect);
            case Act.Fetch fetch -> fetch(rest, step, fetch);
            case Act.Register csv -> register.importAll(rest, step, csv);
            case Act.Consents consents -> register.consent(rest, step);
            case Act.Cards cards -> station.printCards(rest, cards);
            case Act.AdmitAll admit -> register.admitAll(rest, step, admit.poll());
            case Act.Admit admit -> register.admit(rest, step, admit);
            case Act.HandOut handOut -> register.handOut(rest, step, handOut.poll());
            case Act.Vote vote -> station.vote(rest, step, vote);
            case Act.Paper paper -> station.enterPaper(step, rest, colleague(step, paper), paper);
            case Act.Stand stand -> register.stand(rest, step, stand);
            case Act.OfferRole offer -> councils.offerRole(rest, offer);
            case Act.Item item -> councils.item(rest, item);
            case Act.Attend attend -> councils.attend(rest, attend);
            case Act.RollCall roll -> councils.callRoll(rest, roll);
            case Act.Answers answers -> answer(rest, answers);
            case Act.Secret secret -> secret(rest, step, secret);
            case Act.MakeSignerKey make -> signing.makeKey(rest, make);
            case Act.SignMinutes sign -> signing.sign(rest, sign);
        }
    }

    private void answer(RestClient rest, Act.Answers act) {
        for (int i = 0; i < act.times(); i++) {
            requests++;
            rest.post(
                    "/api/questionnaires/" + act.questionnaire() + "/answers",
                    Map.of("form", "%032x".formatted(requests), "answers", act.answers()));
        }
    }

    /** A secret vote of a council is a poll like others. */
    private void secret(RestClient rest, Step step, Act.Secret act) {
        String poll = act.poll();
        electorate.convene(poll, act.voters());
        station.printCards(rest, new Act.Cards(poll, 0, null, null));
        register.admitEach(rest, step, poll);
        send(rest, "/api/polls/" + poll + "/open", Map.of());
        register.handOut(rest, step, poll);
        station.vote(rest, step, new Act.Vote(poll, act.wishes(), null));
        for (String next : List.of("close", "reveal", "outcome")) {
            send(rest, "/api/polls/" + poll + "/" + next, Map.of());
        }
    }

    private String budget() {
        return "/api/budgets/" + scenario.budget().budget();
    }

    private RestClient rest(Step step) {
        RestClient rest = staff.get(step.by());
        if (rest == null) {
            throw new IllegalStateException("every member of staff has a client");
        }
        return rest;
    }

    private RestClient colleague(Step step, Act.Paper paper) {
        RestClient second = staff.get(paper.with());
        if (second == null) {
            throw scenario.source()
                    .error(step.place().then("with"), "with: \"" + paper.with() + "\" is none of the staff");
        }
        return second;
    }

    private JsonNode send(RestClient rest, String path, Object body) {
        requests++;
        return rest.command(path, body, "scenario-" + requests);
    }

    private void request(Step step, Act.Request request) {
        RestCall call = request.call();
        ObjectNode fields = request.fields().deepCopy();
        List<String> many = many(step, call, fields.remove("proposals"));
        if (many.isEmpty()) {
            send(rest(step), path(call, fields), body(call, fields));
            JsonNode proposal = request.fields().get("proposal");
            if (proposal != null) {
                proposals.done(call, proposal.asString());
            }
            return;
        }
        for (String proposal : many) {
            ObjectNode each = fields.deepCopy().put("proposal", proposal);
            send(rest(step), path(call, each), body(call, each));
            proposals.done(call, proposal);
        }
    }

    private List<String> many(Step step, RestCall call, @Nullable JsonNode named) {
        if (named == null) {
            return List.of();
        }
        if (named.isString() && named.stringValue().equals(OTHERS)) {
            return proposals.waitingFor(call);
        }
        if (!named.isArray()) {
            throw scenario.source()
                    .error(step.place().then("proposals"), "proposals: must be a list of proposals, or " + OTHERS);
        }
        return StreamSupport.stream(named.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private String path(RestCall call, ObjectNode fields) {
        String path = call.path();
        for (String variable : call.variables()) {
            JsonNode value = fields.get(variable);
            String text = value == null ? scenario.budget().budget().value() : value.asString();
            path = path.replace("{" + variable + "}", text);
        }
        return path;
    }

    private ObjectNode body(RestCall call, ObjectNode fields) {
        ObjectNode body = EngineJson.MAPPER.createObjectNode();
        for (String member : call.members()) {
            JsonNode value = fields.get(member);
            if (value != null) {
                body.set(member, value);
            } else if (member.equals(BUDGET)) {
                body.put(BUDGET, scenario.budget().budget().value());
            }
        }
        return body;
    }

    private void handIn(RestClient rest, Step step, Act.Ideas list) {
        List<Act.Idea> ideas = ScenarioReader.ideas(scenario.files(), list.from());
        if (list.first() < 1 || list.first() > list.last() || list.last() > ideas.size()) {
            throw scenario.source()
                    .error(step.place(), "first, last: the list " + list.from() + " has " + ideas.size() + " ideas");
        }
        ideas.subList(list.first() - 1, list.last()).forEach(idea -> handIn(rest, idea));
    }

    private void handIn(RestClient rest, Act.Idea idea) {
        ObjectNode body = content(idea, pictures(rest, idea));
        body.put("proposal", idea.proposal());
        ObjectNode author = body.putObject("author");
        if (idea.council() == null) {
            author.put("kind", "GROUP").put("site", idea.site()).put("members", idea.members());
        } else {
            author.put("kind", "COUNCIL").put("council", idea.council());
        }
        send(rest, budget() + "/proposals", body);
        proposals.handedIn(idea);
    }

    private List<JsonNode> pictures(RestClient rest, Act.Idea idea) {
        if (idea.picture() == null) {
            return List.of();
        }
        byte[] png = scenario.files().picture(idea.picture());
        return List.of(rest.upload("/api/blobs", "image/png", png, "play a scenario"));
    }

    private static ObjectNode content(Act.Idea idea, List<JsonNode> attachments) {
        ObjectNode body = EngineJson.MAPPER.createObjectNode();
        body.put("title", idea.title()).put("text", idea.text()).put("category", idea.category());
        body.putObject("place").put("site", idea.site());
        body.putArray("attachments").addAll(attachments);
        return body;
    }

    private void revise(RestClient rest, Step step, Act.Revise revise) {
        Act.Idea idea = proposals.idea(revise.proposal());
        if (idea == null) {
            throw scenario.source()
                    .error(
                            step.place().then("proposal"),
                            "proposal: no idea \"" + revise.proposal() + "\" was handed in before");
        }
        Act.Idea revised = new Act.Idea(
                idea.proposal(),
                idea.site(),
                idea.members(),
                idea.council(),
                idea.category(),
                revise.title(),
                revise.text(),
                idea.picture());
        send(rest, budget() + "/proposals/" + idea.proposal() + "/revision", content(revised, pictures(rest, revised)));
    }

    private void shortlist(RestClient rest, Act.Shortlist shortlist) {
        ObjectNode body = ScenarioReader.object(shortlist);
        body.remove("do");
        body.remove("ages");
        body.remove("places");
        if (shortlist.channels() == null) {
            body.putArray("channels").add("card");
        }
        body.put("revote", false);
        body.set("who", who(shortlist));
        send(rest, budget() + "/shortlists", body);
    }

    /** Of the ages on the first day of the vote, and at home in the part or in the places. */
    private ObjectNode who(Act.Shortlist shortlist) {
        ObjectNode all = EngineJson.MAPPER.createObjectNode().put("kind", "ALL_OF");
        ArrayNode rules = all.putArray("rules");
        ObjectNode age = rules.addObject()
                .put("kind", "AGE_BETWEEN")
                .put("from", shortlist.ages().from())
                .put("on", scenario.budget().calendar().day(Phase.VOTE).toString());
        if (shortlist.ages().to() != null) {
            age.put("to", shortlist.ages().to());
        }
        if (shortlist.places() == null) {
            ArrayNode sites = rules.addObject().put("kind", "ATTENDS_SITE").putArray("sites");
            electorate.sitesOf(shortlist.part()).forEach(sites::add);
        } else {
            ArrayNode places = rules.addObject().put("kind", "RESIDES_IN").putArray("places");
            shortlist.places().forEach(places::add);
        }
        return all;
    }

    private void expect(RestClient rest, Step step, Act.Expect expect) {
        JsonNode found = rest.read(expect.get(), "play a scenario").at(expect.at());
        if (!found.equals(expect.is())) {
            throw scenario.source()
                    .error(
                            step.place().then("is"),
                            "is: at " + expect.at() + " of " + expect.get() + " stands " + found + ", not "
                                    + expect.is());
        }
    }

    private void fetch(RestClient rest, Step step, Act.Fetch fetch) {
        try (InputStream file = rest.download(fetch.get())) {
            if (!new String(file.readAllBytes(), StandardCharsets.UTF_8).contains(fetch.contains())) {
                throw scenario.source()
                        .error(
                                step.place().then("contains"),
                                "contains: \"" + fetch.contains() + "\" does not stand in " + fetch.get());
            }
        } catch (IOException e) {
            throw scenario.source().error(step.place().then("get"), "get: " + fetch.get() + " broke off: " + e);
        }
    }

    /** How many ideas were handed in. */
    int ideas() {
        return proposals.size();
    }

    /** How many ballots were cast. */
    long ballots() {
        return station.ballots();
    }
}
