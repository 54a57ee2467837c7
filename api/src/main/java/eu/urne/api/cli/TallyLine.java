package eu.urne.api.cli;

import eu.urne.engine.tally.Tie;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** A count as one line of JSON, its keys in the order of the components. */
record TallyLine(
        String file,
        String rule,
        String budget,
        String spent,
        List<String> selected,
        List<Tie> ties,
        FileCount.@Nullable Official official) {

    /** ASCII only, so that no terminal's encoding can change an id. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    static String of(FileCount count) {
        return MAPPER.writeValueAsString(new TallyLine(
                count.file().name(),
                count.rule().id(),
                count.file().money(count.file().election().budget()),
                count.file().money(count.outcome().spent()),
                count.outcome().selected(),
                count.outcome().ties(),
                count.official().orElse(null)));
    }
}
