package eu.urne.engine.moving;

import eu.urne.engine.moving.TableShape.Column;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many rows a table has, and a sum of their hashes: the same for the same rows in whatever order, which databases
 * do not agree on. It finds what was lost or changed by mistake.
 */
final class TableSum {

    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(256);

    private final MessageDigest digest = OwnerFiles.digest();
    private long rows;
    private BigInteger sum = BigInteger.ZERO;

    /**
     * Reads a row as it is moved: numbers, texts, bytes or null.
     *
     * @param row with these columns, in this order
     */
    static @Nullable Object[] read(ResultSet row, List<Column> columns) throws SQLException {
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            Object value =
                    switch (columns.get(i).kind()) {
                        case NUMBER -> (Object) row.getLong(i + 1);
                        case TEXT -> row.getString(i + 1);
                        case BYTES -> row.getBytes(i + 1);
                    };
            values[i] = row.wasNull() ? null : value;
        }
        return values;
    }

    /** Takes a row. */
    void add(@Nullable Object[] row) {
        for (Object value : row) {
            switch (value) {
                case null -> digest.update((byte) 0);
                case Long number ->
                    digest.update(
                            ByteBuffer.allocate(9).put((byte) 1).putLong(number).flip());
                case String text -> bytes((byte) 2, text.getBytes(StandardCharsets.UTF_8));
                case byte[] bytes -> bytes((byte) 3, bytes);
                default -> throw new IllegalArgumentException("no value of a row: " + value.getClass());
            }
        }
        rows++;
        sum = sum.add(new BigInteger(1, digest.digest())).mod(LIMIT);
    }

    private void bytes(byte kind, byte[] bytes) {
        digest.update(ByteBuffer.allocate(5).put(kind).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    /** Number of rows. */
    long rows() {
        return rows;
    }

    /** Whether another table has the same rows. */
    boolean isThatOf(TableSum other) {
        return rows == other.rows && sum.equals(other.sum);
    }
}
