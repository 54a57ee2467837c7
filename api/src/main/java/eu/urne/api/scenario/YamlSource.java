package eu.urne.api.scenario;

import eu.urne.engine.EngineJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A YAML file: its values, and on which line each of them stands. */
final class YamlSource {

    private static final YAMLMapper MAPPER = EngineJson.configure(YAMLMapper.builder())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String name;
    private final String text;

    /** A file of that name, which the sentences about it begin with. */
    YamlSource(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /**
     * Where a value stands: names of members and numbers of elements, from the outside.
     *
     * @param steps strings and integers
     */
    record Place(List<Object> steps) {

        static final Place ROOT = new Place(List.of());

        Place {
            steps = List.copyOf(steps);
        }

        Place then(Object... more) {
            List<Object> all = new ArrayList<>(steps);
            all.addAll(List.of(more));
            return new Place(all);
        }

        /** The last named member, which is what people look for. */
        private String field() {
            for (int i = steps.size() - 1; i >= 0; i--) {
                if (steps.get(i) instanceof String member) {
                    return member;
                }
            }
            return "the file";
        }
    }

    /**
     * All of it.
     *
     * @throws ScenarioException with the line, if it is not YAML or a member stands twice
     */
    JsonNode tree() {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            String sentence = e.getOriginalMessage().strip().replaceAll("(?s)\\R.*", "");
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new ScenarioException(name + ", line " + line + ": " + sentence, e);
        }
    }

    /**
     * A part of it as a value.
     *
     * @throws ScenarioException with line and field, if a member is missing, unknown or wrong
     */
    <T> T read(JsonNode part, Class<T> type, Place place) {
        try {
            return EngineJson.MAPPER.treeToValue(part, type);
        } catch (DatabindException e) {
            Place at = place.then(e.getPath().stream()
                    .map(step -> step.getPropertyName() == null
                            ? (Object) step.getIndex()
                            : Objects.requireNonNull(step.getPropertyName()))
                    .toArray());
            Place wrong = e instanceof InvalidTypeIdException ? at.then("do") : at;
            throw error(wrong, sentence(e, wrong), e);
        }
    }

    private static String sentence(DatabindException e, Place at) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException own) {
                return String.valueOf(own.getMessage());
            }
        }
        return switch (e) {
            case PropertyBindingException unknown -> at.field() + ": there is no such member";
            case InvalidTypeIdException unknown -> at.field() + ": there is no step \"" + unknown.getTypeId() + "\"";
            default -> at.field() + ": it is missing, or has the wrong type";
        };
    }

    /** A problem at that place. */
    ScenarioException error(Place place, String sentence) {
        return error(place, sentence, null);
    }

    private ScenarioException error(Place place, String sentence, @Nullable Throwable cause) {
        String message = name + ", line " + line(place) + ", " + sentence;
        return cause == null ? new ScenarioException(message) : new ScenarioException(message, cause);
    }

    /** The line of a value, from 1; where it is missing, of what it is missing in. */
    int line(Place place) {
        Node node =
                new Compose(LoadSettings.builder().build()).composeString(text).orElse(null);
        if (node == null) {
            return 1;
        }
        int line = line(node);
        for (Object step : place.steps()) {
            NodeTuple member = member(node, step);
            Node below = member == null ? element(node, step) : member.getValueNode();
            if (below == null) {
                break;
            }
            node = below;
            line = line(member == null ? below : member.getKeyNode());
        }
        return line;
    }

    private static @Nullable NodeTuple member(Node node, Object step) {
        return !(node instanceof MappingNode mapping)
                ? null
                : mapping.getValue().stream()
                        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals(step))
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable Node element(Node node, Object step) {
        return node instanceof SequenceNode list
                        && step instanceof Integer index
                        && index >= 0
                        && index < list.getValue().size()
                ? list.getValue().get(index)
                : null;
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
