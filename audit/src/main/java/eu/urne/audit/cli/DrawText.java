package eu.urne.audit.cli;

import eu.urne.audit.DrawReport;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** A draw for people to read. */
final class DrawText {
    private DrawText() {}

    static void print(DrawReport draw, PrintWriter out) {
        out.println("draw      " + draw.draw() + (draw.council() == null ? "" : " of the council " + draw.council())
                + ": " + state(draw.state()));
        if (draw.candidates() == 0) {
            out.println();
            return;
        }
        out.println("  pool    " + draw.candidates() + " candidates for " + draw.seats() + " seats, root "
                + draw.poolRoot());
        out.println("  spec    " + draw.specHash());
        for (DrawReport.Source source : draw.sources()) {
            out.println("  source  " + source.name() + ": " + source.what()
                    + (source.moment() == null ? "" : ", not known before " + Instant.ofEpochMilli(source.moment()))
                    + (source.value() == null ? ", not read yet" : ", read as " + source.value()));
        }
        for (DrawReport.Chance chance : draw.chances()) {
            out.println("  chance  " + (chance.who().isEmpty() ? "" : chance.who() + ": ") + chance.of() + " of "
                    + chance.among() + " for each of " + chance.candidates());
        }
        if (draw.state() == DrawReport.State.DRAWN) {
            printDrawn(draw, out);
        }
        out.println();
    }

    private static void printDrawn(DrawReport draw, PrintWriter out) {
        out.println("  seed    " + draw.seed());
        if (draw.ticket() != null) {
            out.println("  ticket  " + draw.ticket());
        }
        String cell = "";
        StringBuilder line = new StringBuilder();
        for (DrawReport.DrawnSeat seat : draw.drawn()) {
            if (!seat.cell().equals(cell) && !line.isEmpty()) {
                out.println("  drawn   " + line);
                line.setLength(0);
            }
            cell = seat.cell();
            line.append(line.isEmpty() ? (cell.isEmpty() ? "" : cell + ": ") : ", ")
                    .append(
                            seat.candidate() == null
                                    ? "empty"
                                    : seat.candidate().toString());
        }
        out.println("  drawn   " + line);
        for (List<Integer> reserve : draw.reserve()) {
            out.println("  reserve "
                    + (reserve.isEmpty()
                            ? "nobody"
                            : reserve.stream().map(String::valueOf).collect(Collectors.joining(", "))));
        }
    }

    private static String state(DrawReport.State state) {
        return switch (state) {
            case NOT_EXAMINED -> "so wrong that it was not examined further";
            case ANNOUNCED -> "announced, candidacies are handed in";
            case FROZEN -> "its pool is frozen, the randomness is waited for";
            case DRAWN -> "drawn; what follows is this verifier's own draw";
            case CALLED_OFF -> "called off";
        };
    }
}
