package eu.urne.engine.blob;

/** What happens to a blob (docs/formats/events.md, section 6). */
public sealed interface BlobEvent {

    /** The blob. */
    BlobHash blob();

    /** Content and salt are gone; whoever looks for them knows why. */
    record BlobErased(BlobHash blob, String reason) implements BlobEvent {}
}
