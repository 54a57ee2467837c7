package eu.urne.api.rest;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.Minutes;
import eu.urne.engine.council.MinutesNote;
import eu.urne.engine.council.MinutesVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes minutes whose notes are kept outside the log. A note that stays as it was keeps its name. */
public final class MinutesKeeper {

    private final Engine engine;
    private final WordKeeper words;

    /** Keeps notes for this engine. */
    public MinutesKeeper(Engine engine) {
        this.engine = engine;
        this.words = new WordKeeper(engine);
    }

    /**
     * What was said.
     *
     * @param item of the agenda; null for the meeting as a whole
     * @param text 1 to 20,000 characters
     */
    public record Note(@Nullable String item, String text) {}

    /** Drafts the minutes of a closed meeting. */
    public Answer draft(CouncilId council, MeetingId meeting, List<Note> notes, CommandOrigin origin) {
        return write(council, meeting, notes, kept -> engine.minutes().draft(council, meeting, kept, origin), origin);
    }

    /** Corrects them. */
    public Answer correct(CouncilId council, MeetingId meeting, List<Note> notes, String reason, CommandOrigin origin) {
        return write(
                council,
                meeting,
                notes,
                kept -> engine.minutes().correct(council, meeting, kept, reason, origin),
                origin);
    }

    private Answer write(
            CouncilId council,
            MeetingId meeting,
            List<Note> notes,
            Function<List<MinutesNote>, Answer> step,
            CommandOrigin origin) {
        if (notes.size() > MinutesVersion.MOST_NOTES) {
            throw new ProblemException(Problem.INVALID, "notes: there are at most " + MinutesVersion.MOST_NOTES);
        }
        List<MinutesNote> before = engine.minutes().minutes(council, meeting) instanceof Minutes.Known known
                ? known.latest().notes()
                : List.of();
        List<Optional<MinutesNote>> same =
                notes.stream().map(note -> unchanged(note, before)).toList();
        List<String> fresh = new ArrayList<>();
        for (int i = 0; i < notes.size(); i++) {
            if (same.get(i).isEmpty()) {
                fresh.add(notes.get(i).text());
            }
        }
        return words.keep(
                fresh,
                names -> {
                    Iterator<BlobHash> next = names.iterator();
                    List<MinutesNote> kept = new ArrayList<>();
                    for (int i = 0; i < notes.size(); i++) {
                        String item = notes.get(i).item();
                        kept.add(same.get(i).orElseGet(() -> new MinutesNote(item, next.next())));
                    }
                    return step.apply(kept);
                },
                origin);
    }

    private Optional<MinutesNote> unchanged(Note note, List<MinutesNote> before) {
        return before.stream()
                .filter(each -> Objects.equals(each.item(), note.item()))
                .filter(each -> engine.blobs()
                        .find(each.text())
                        .filter(blob -> new String(blob.content(), StandardCharsets.UTF_8)
                                .equals(WordKeeper.lines(note.text())))
                        .isPresent())
                .findFirst();
    }
}
