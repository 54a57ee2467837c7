package eu.urne.engine.moving;

/**
 * Something in a store that is not as it must be.
 *
 * @param sentence for the operator, with the index where there is one
 */
public record Finding(Kind kind, String sentence) {

    /** What is wrong. */
    public enum Kind {
        /** The database itself. */
        DATABASE(false),
        /** An entry, or the lack of one. */
        ENTRY(false),
        /** A signed checkpoint. */
        CHECKPOINT(false),
        /** A tile. */
        TILE(true),
        /** What the entries have established. */
        CLAIM(true),
        /** A snapshot of an aggregate. */
        SNAPSHOT(true),
        /** The row with the last position. */
        HEAD(true),
        /** The log and what stands beside it do not belong together. */
        INSTALLATION(false);

        private final boolean rebuilt;

        Kind(boolean rebuilt) {
            this.rebuilt = rebuilt;
        }

        /** Whether it follows from the entries, and so can be made anew. */
        public boolean canBeRebuilt() {
            return rebuilt;
        }
    }
}
