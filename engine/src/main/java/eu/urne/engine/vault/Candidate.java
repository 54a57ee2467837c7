package eu.urne.engine.vault;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who stands for a council, with a name: for the secretary, never for a page.
 *
 * @param person who it is; null where the person was erased from all registers
 * @param attributes what the pool tells of her
 * @param index in the pool; null before it is frozen
 */
public record Candidate(
        @Nullable KnownPerson person,
        Map<String, String> attributes,
        @Nullable Integer index) {}
