package eu.urne.api.site;

import java.util.ArrayList;
import java.util.List;

/**
 * The seats of a council drawn as a half circle, the front row first and each row from left to right. It tells numbers
 * and never names.
 *
 * @param width of the drawing
 * @param height of the drawing
 * @param radius of a seat
 * @param numbered whether seats are large enough to write their numbers on them
 */
public record SeatPicture(int width, int height, int radius, boolean numbered, List<Place> places) {

    private static final int WIDTH = 640;
    private static final int MARGIN = 6;

    /** Radius of the front row, and how far a row is behind another, in widths of a seat with the gap beside it. */
    private static final double FRONT = 1.6;

    private static final double ROW = 1.08;

    /** Part of its place that a seat fills. */
    private static final double FILLED = 0.42;

    private static final double LARGEST = 34;
    private static final int SMALLEST_NUMBERED = 11;

    /**
     * Where a seat is drawn.
     *
     * @param seat from 1
     */
    public record Place(int seat, int x, int y) {}

    /**
     * A drawing of so many seats.
     *
     * @param seats from 1
     */
    static SeatPicture of(int seats) {
        int rows = rows(seats);
        double outermost = FRONT + (rows - 1) * ROW;
        double unit = Math.min((WIDTH - 2.0 * MARGIN) / (2 * outermost + 1), LARGEST / FILLED);
        int radius = (int) Math.floor(unit * FILLED);
        int height = (int) Math.ceil(outermost * unit) + 2 * (radius + MARGIN);
        List<Place> places = new ArrayList<>();
        int left = seats;
        for (int row = 0; row < rows; row++) {
            double away = FRONT + row * ROW;
            int here = row == rows - 1 ? left : share(left, row, rows);
            left -= here;
            for (int i = 0; i < here; i++) {
                double angle = here == 1 ? Math.PI / 2 : Math.PI * (here - 1 - i) / (here - 1);
                int x = (int) Math.round(WIDTH / 2.0 + away * unit * Math.cos(angle));
                int y = (int) Math.round(height - radius - MARGIN - away * unit * Math.sin(angle));
                places.add(new Place(places.size() + 1, x, y));
            }
        }
        return new SeatPicture(WIDTH, height, radius, radius >= SMALLEST_NUMBERED, List.copyOf(places));
    }

    /** As few rows as have room for all. */
    private static int rows(int seats) {
        int rows = 1;
        int room = room(0);
        while (room < seats) {
            room += room(rows);
            rows++;
        }
        return rows;
    }

    private static int room(int row) {
        return (int) Math.floor(Math.PI * (FRONT + row * ROW)) + 1;
    }

    /** Seats of a row, so that all rows are filled alike. */
    private static int share(int left, int row, int rows) {
        int room = 0;
        for (int each = row; each < rows; each++) {
            room += room(each);
        }
        return Math.min(room(row), Math.floorDiv(left * room(row) + room / 2, room));
    }
}
