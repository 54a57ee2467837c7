package eu.urne.engine.council;

import eu.urne.engine.council.MinutesEvent.MinutesCorrected;
import eu.urne.engine.council.MinutesEvent.MinutesDrafted;
import eu.urne.engine.council.MinutesEvent.MinutesPublished;
import eu.urne.engine.council.MinutesEvent.MinutesSigned;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The states of the minutes of a meeting. */
public sealed interface Minutes {

    /** None yet. */
    record Undrafted() implements Minutes {}

    /** There is a version. */
    sealed interface Known extends Minutes {

        /** The latest version. */
        MinutesVersion latest();

        /** Who has signed it. */
        Map<SignerRole, MinutesSignature> signatures();
    }

    /**
     * The latest version waits for signatures.
     *
     * @param published the version published before; null if there is none
     */
    record Drafted(
            MinutesVersion latest,
            Map<SignerRole, MinutesSignature> signatures,
            @Nullable Published published) implements Known {}

    /** Chair and secretary stand by the latest version. */
    record Published(MinutesVersion latest, Map<SignerRole, MinutesSignature> signatures) implements Known {}

    /** The version that is published; null if none is. */
    default @Nullable Published published() {
        return switch (this) {
            case Undrafted nothing -> null;
            case Drafted drafted -> drafted.published;
            case Published published -> published;
        };
    }

    /** The state after an event. */
    default Minutes after(MinutesEvent event) {
        return switch (event) {
            case MinutesDrafted(CouncilId council, MeetingId meeting, int version, MinutesFacts facts, var notes) ->
                new Drafted(new MinutesVersion(council, meeting, version, facts, notes), Map.of(), null);
            case MinutesCorrected(
                    CouncilId council,
                    MeetingId meeting,
                    int version,
                    MinutesFacts facts,
                    var notes,
                    String reason) ->
                new Drafted(new MinutesVersion(council, meeting, version, facts, notes), Map.of(), published());
            case MinutesSigned signed -> signed(signed);
            case MinutesPublished published -> {
                Known known = (Known) this;
                yield new Published(known.latest(), known.signatures());
            }
        };
    }

    private Minutes signed(MinutesSigned event) {
        Drafted drafted = (Drafted) this;
        Map<SignerRole, MinutesSignature> all = new EnumMap<>(SignerRole.class);
        all.putAll(drafted.signatures);
        all.put(event.role(), new MinutesSignature(event.signer(), event.key(), event.signature()));
        return new Drafted(drafted.latest, all, drafted.published);
    }
}
