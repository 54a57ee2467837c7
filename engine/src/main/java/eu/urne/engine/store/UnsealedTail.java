package eu.urne.engine.store;

import eu.urne.engine.log.Entry;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/**
 * What has its place in the order, and no checkpoint above it: kept in memory over the replica, which has what is
 * sealed. So nobody reads what is not sealed. Used by the follower's thread only.
 */
final class UnsealedTail implements BatchWriter {

    /** An entry in its place. */
    private record Placed(long position, LogName log, long index, Entry entry, byte[] sealed) {}

    private record Tile(LogName log, int level, long number, byte[] bytes) {

        /** Number of entries that it stands over, and all before it. */
        long end() {
            return (number + 1) << (8 * (level + 1));
        }
    }

    /** An append with its verdict. */
    record Judged(ServerAppend append, AppendResult result, List<Placed> placed, Set<Claim> claims) {}

    private final BatchWriter replica;
    private final Deque<Judged> judged = new ArrayDeque<>();
    private final List<Tile> tiles = new ArrayList<>();
    private final Map<String, Long> nextSeqs = new HashMap<>();
    private final Set<UUID> ids = new HashSet<>();
    private final Set<Claim> claims = new HashSet<>();
    private List<Placed> placing = new ArrayList<>();
    private Set<Claim> claiming = new HashSet<>();

    UnsealedTail(BatchWriter replica) {
        this.replica = replica;
    }

    /** Keeps the verdict on the append whose entries were inserted just now. */
    void judge(ServerAppend append, AppendResult result) {
        judged.add(new Judged(append, result, placing, claiming));
        placing = new ArrayList<>();
        claiming = new HashSet<>();
    }

    boolean isEmpty() {
        return judged.isEmpty();
    }

    int size() {
        return judged.size();
    }

    /**
     * How many appends stand below a checkpoint, with those of no entry behind them.
     *
     * @param sizes of both logs by the checkpoint
     * @return empty if there is no such point in the order
     */
    OptionalInt below(Map<LogName, Long> before, Map<LogName, Long> sizes) {
        Map<LogName, Long> reached = new EnumMap<>(before);
        int count = 0;
        for (Judged one : judged) {
            if (reached.equals(sizes) && !one.placed.isEmpty()) {
                break;
            }
            one.placed.forEach(entry -> reached.merge(entry.log, 1L, Long::sum));
            count++;
        }
        return reached.equals(sizes) ? OptionalInt.of(count) : OptionalInt.empty();
    }

    /**
     * Writes the first appends into the transaction of the replica.
     *
     * @param sizes of both logs behind them
     */
    List<Judged> write(int count, Map<LogName, Long> sizes, Replica to) throws SQLException {
        List<Judged> written = judged.stream().limit(count).toList();
        for (Judged one : written) {
            for (Placed entry : one.placed) {
                replica.insert(entry.position, entry.log, entry.index, entry.entry, entry.sealed);
            }
            for (Claim claim : one.claims) {
                replica.make(claim);
            }
            if (one.placed.isEmpty()) {
                to.addSurplus(one.append.stream(), one.append.ids().size());
            }
        }
        for (Tile tile : tiles) {
            if (tile.end() <= sizes.getOrDefault(tile.log, 0L)) {
                replica.insertTile(tile.log, tile.level, tile.number, tile.bytes);
            }
        }
        return written;
    }

    /** Forgets what has been committed in the replica. */
    void written(int count, Map<LogName, Long> sizes, Replica to) {
        tiles.removeIf(tile -> tile.end() <= sizes.getOrDefault(tile.log, 0L));
        for (int i = 0; i < count; i++) {
            Judged one = judged.remove();
            claims.removeAll(one.claims);
            for (Placed entry : one.placed) {
                ids.remove(entry.entry.id());
                if (entry.entry.stream() != null) {
                    nextSeqs.remove(entry.entry.stream(), entry.entry.seq() + 1);
                }
            }
            if (one.placed.isEmpty()) {
                to.surplusAdded(one.append.stream(), one.append.ids().size());
            }
        }
    }

    /** Forgets everything. */
    void forget() {
        judged.clear();
        tiles.clear();
        nextSeqs.clear();
        ids.clear();
        claims.clear();
        placing = new ArrayList<>();
        claiming = new HashSet<>();
    }

    @Override
    public long nextSeq(String stream) throws SQLException {
        Long known = nextSeqs.get(stream);
        return known == null ? replica.nextSeq(stream) : known;
    }

    @Override
    public boolean hasId(UUID id) throws SQLException {
        return ids.contains(id) || replica.hasId(id);
    }

    @Override
    public boolean isMade(Claim claim) throws SQLException {
        return claims.contains(claim) || replica.isMade(claim);
    }

    @Override
    public void make(Claim claim) {
        claims.add(claim);
        claiming.add(claim);
    }

    @Override
    public void insert(long position, LogName log, long index, Entry entry, byte[] sealed) {
        placing.add(new Placed(position, log, index, entry, sealed));
        ids.add(entry.id());
        if (entry.stream() != null) {
            nextSeqs.put(entry.stream(), entry.seq() + 1);
        }
    }

    @Override
    public void insertTile(LogName log, int level, long number, byte[] bytes) {
        tiles.add(new Tile(log, level, number, bytes));
    }

    @Override
    public long begin(List<List<PendingEntry>> batch) {
        throw new UnsupportedOperationException("the tail has no transaction");
    }

    @Override
    public void insertCheckpoint(LogName log, long size, String note) {
        throw new UnsupportedOperationException("what has a checkpoint is not in the tail");
    }

    @Override
    public void commit() {
        throw new UnsupportedOperationException("the tail has no transaction");
    }

    @Override
    public void rollback() {
        throw new UnsupportedOperationException("the tail has no transaction");
    }
}
