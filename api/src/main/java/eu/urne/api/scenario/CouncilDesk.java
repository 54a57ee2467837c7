package eu.urne.api.scenario;

import eu.urne.api.vote.RestClient;
import eu.urne.engine.EngineJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Does the steps of councils that are more than one request each. */
final class CouncilDesk {

    private static final Pattern SEATS = Pattern.compile("(\\d+)(?:-(\\d+))?");
    private int requests;

    private void send(RestClient rest, String path, Object body) {
        requests++;
        rest.command(path, body, "council-" + requests);
    }

    /** The numbers of a list such as {@code 1-3, 7}. */
    static List<Integer> seats(@Nullable String text) {
        List<Integer> seats = new ArrayList<>();
        Matcher part = SEATS.matcher(text == null ? "" : text);
        while (part.find()) {
            int from = Integer.parseInt(part.group(1));
            int to = part.group(2) == null ? from : Integer.parseInt(part.group(2));
            for (int seat = from; seat <= to; seat++) {
                seats.add(seat);
            }
        }
        return seats;
    }

    void offerRole(RestClient rest, Act.OfferRole act) {
        String role = "/api/draws/" + act.draw() + "/roles/" + act.role();
        List<Integer> reserve = reserve(rest.get("/api/draws/" + act.draw() + "/document"));
        for (int i = 0; i < act.count(); i++) {
            Map<String, Integer> candidate = Map.of("candidate", reserve.get(i));
            send(rest, role + "/offers", candidate);
            send(rest, role + "/answers", Map.of("candidate", reserve.get(i), "accepted", i < act.accept()));
        }
    }

    /** The indexes of those who were not drawn, cell by cell. */
    private static List<Integer> reserve(JsonNode document) {
        List<String> pool = new ArrayList<>();
        document.get("pool").forEach(candidate -> pool.add(candidate.get("leaf").stringValue()));
        List<Integer> reserve = new ArrayList<>();
        document.get("result")
                .get("reserve")
                .forEach(cell -> cell.forEach(leaf -> reserve.add(pool.indexOf(leaf.stringValue()))));
        return reserve;
    }

    void item(RestClient rest, Act.Item act) {
        ObjectNode body = EngineJson.MAPPER.createObjectNode();
        body.put("id", act.id()).put("by", act.from()).put("title", act.title());
        if (act.seat() != null) {
            body.put("seat", act.seat());
        }
        if (act.text() != null) {
            body.put("text", act.text());
        }
        if (act.motion() != null) {
            body.put("motion", act.motion());
        }
        send(rest, "/api/councils/" + act.council() + "/meetings/" + act.meeting() + "/items", body);
    }

    void attend(RestClient rest, Act.Attend act) {
        String attendance = "/api/councils/" + act.council() + "/meetings/" + act.meeting() + "/attendance";
        for (int seat : seats(act.seats())) {
            send(rest, attendance, Map.of("seat", seat, "as", act.as()));
        }
    }

    void callRoll(RestClient rest, Act.RollCall act) {
        String votes = "/api/councils/" + act.council() + "/motions/" + act.motion() + "/votes";
        seats(act.inFavour()).forEach(seat -> send(rest, votes, Map.of("seat", seat, "vote", "for")));
        seats(act.against()).forEach(seat -> send(rest, votes, Map.of("seat", seat, "vote", "against")));
        seats(act.abstain()).forEach(seat -> send(rest, votes, Map.of("seat", seat, "vote", "abstain")));
    }
}
