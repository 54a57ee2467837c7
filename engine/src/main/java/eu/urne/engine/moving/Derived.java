package eu.urne.engine.moving;

import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.log.MerkleTree;
import eu.urne.engine.log.TileStore;
import eu.urne.engine.log.TreeHash;
import eu.urne.engine.store.Claim;
import eu.urne.engine.store.LogName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What follows from entries that go by in order: full tiles and claims. */
final class Derived {

    private final Establishes establishes;
    private final Map<LogName, MerkleTree> trees = new EnumMap<>(LogName.class);
    private final List<TileRow> tiles = new ArrayList<>();
    private final Set<Claim> claims = new LinkedHashSet<>();

    Derived(Establishes establishes) {
        this.establishes = establishes;
        for (LogName log : LogName.values()) {
            trees.put(log, MerkleTree.empty(sink(log)));
        }
    }

    private TileStore sink(LogName log) {
        return new TileStore() {
            @Override
            public byte[] read(int level, long number) {
                throw new IllegalStateException("a growing tree reads no full tile");
            }

            @Override
            public void write(int level, long number, byte[] bytes) {
                tiles.add(new TileRow(log, level, number, bytes));
            }
        };
    }

    /** Takes the next entries; what follows from those before is forgotten. */
    void pass(List<EntryRow> rows) {
        tiles.clear();
        claims.clear();
        rows.forEach(row -> tree(row.log()).append(TreeHash.leaf(row.sealed())));
        rows.parallelStream()
                .map(row -> establishes.claims(EntryCodec.read(row.sealed())))
                .toList()
                .forEach(claims::addAll);
    }

    /** Tiles that have become full by them. */
    List<TileRow> tiles() {
        return tiles;
    }

    /** Claims that they made. */
    Collection<Claim> claims() {
        return claims;
    }

    /** The tree of a log, of all entries so far. */
    MerkleTree tree(LogName log) {
        return Objects.requireNonNull(trees.get(log));
    }
}
