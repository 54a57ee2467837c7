package eu.urne.api.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.urne.engine.tally.Sentences;
import eu.urne.engine.tally.Tie;
import eu.urne.engine.tally.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        FileCount.@Nullable Official official,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, String> reasons) {

    /** ASCII only, so that no terminal's encoding can change an id. */
    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    /** Without reasons. */
    static String of(FileCount count) {
        return of(count, null);
    }

    /**
     * With reasons.
     *
     * @param project the id of the only project to explain, if there is one
     */
    static String explained(FileCount count, Optional<String> project, Words words) {
        Sentences sentences = words.sentences(count.file());
        Map<String, String> reasons = new LinkedHashMap<>();
        for (Verdict verdict : count.outcome().verdicts()) {
            if (project.isEmpty() || project.get().equals(verdict.option())) {
                reasons.put(verdict.option(), sentences.of(verdict.reason()));
            }
        }
        if (reasons.isEmpty()) {
            throw TallyTable.nothingToExplain(project.orElseThrow());
        }
        return of(count, reasons);
    }

    private static String of(FileCount count, @Nullable Map<String, String> reasons) {
        return MAPPER.writeValueAsString(new TallyLine(
                count.file().name(),
                count.rule().id(),
                count.file().money(count.file().election().budget()),
                count.file().money(count.outcome().spent()),
                count.outcome().selected(),
                count.outcome().ties(),
                count.official().orElse(null),
                reasons));
    }
}
