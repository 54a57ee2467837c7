package eu.urne.api.open;

import eu.urne.engine.EngineJson;
import eu.urne.engine.poll.OpenedPoll;
import eu.urne.engine.poll.PollOption;
import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Indexes;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/** A poll with its outcome and every opened choice, as JSON. */
final class PollJson {

    private final OpenedPoll poll;
    private final JsonGenerator json;

    private PollJson(OpenedPoll poll, JsonGenerator json) {
        this.poll = poll;
        this.json = json;
    }

    static void write(OpenedPoll poll, ZoneId zone, OutputStream out) {
        try (JsonGenerator json = EngineJson.MAPPER.createGenerator(out)) {
            new PollJson(poll, json).write(zone);
        }
    }

    private void write(ZoneId zone) {
        json.writeStartObject();
        json.writeStringProperty("poll", poll.definition().terms().poll().value());
        json.writeStringProperty("hash", poll.definition().hash().hex());
        json.writeName("definition");
        json.writePOJO(EngineJson.tree(poll.definition().terms()));
        json.writeStringProperty("opened", day(poll.openedMs(), zone));
        json.writeStringProperty("closed", day(poll.closedMs(), zone));
        json.writeName("outcome");
        json.writePOJO(EngineJson.tree(poll.outcome()));
        options();
        choices();
        json.writeEndObject();
    }

    private static String day(long ms, ZoneId zone) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(ms), zone).toString();
    }

    private void options() {
        List<Long> votes = poll.votes();
        json.writeName("options");
        json.writeStartArray();
        for (int i = 0; i < votes.size(); i++) {
            PollOption option = poll.definition().options().get(i);
            ObjectNode node = (ObjectNode) EngineJson.tree(poll.scores().get(i));
            node.put("title", option.title()).put("cost", option.cost()).put("votes", votes.get(i));
            json.writePOJO(node);
        }
        json.writeEndArray();
    }

    private void choices() {
        json.writeName("choices");
        json.writeStartArray();
        int voter = 0;
        for (Ballot choice : poll.choices()) {
            json.writeStartObject();
            json.writeNumberProperty("voter", ++voter);
            choice(choice);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void choice(Ballot choice) {
        switch (choice) {
            case Ballot.Blank blank -> json.writeBooleanProperty("blank", true);
            case Ballot.Approval approval -> ids("options", approval.options());
            case Ballot.Ranking ranking -> ids("ranking", ranking.options());
            case Ballot.Points points -> {
                json.writeName("points");
                json.writeStartObject();
                for (int i = 0; i < points.options().size(); i++) {
                    json.writeNumberProperty(
                            id(points.options().at(i)), points.points().at(i));
                }
                json.writeEndObject();
            }
            case Ballot.Grades grades -> {
                json.writeName("grades");
                json.writeStartObject();
                for (int i = 0; i < grades.grades().size(); i++) {
                    json.writeNumberProperty(id(i), grades.grades().at(i));
                }
                json.writeEndObject();
            }
            case Ballot.Motion motion ->
                json.writeStringProperty("stance", motion.stance().name().toLowerCase(Locale.ROOT));
        }
    }

    private void ids(String name, Indexes options) {
        json.writeName(name);
        json.writeStartArray();
        options.stream().forEach(option -> json.writeString(id(option)));
        json.writeEndArray();
    }

    private String id(int option) {
        return poll.definition().options().get(option).id();
    }
}
