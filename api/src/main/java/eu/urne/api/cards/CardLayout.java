package eu.urne.api.cards;

import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** How cards stand on an A4 page. Sizes are in points. */
enum CardLayout {
    /** Eight to a page. */
    NORMAL(2, 4, 120, 1.0f),
    /** Two to a page, in large print. */
    LARGE(1, 2, 240, 2.0f);

    static final float MARGIN = 20;

    final int columns;
    final int rows;
    final float qrSize;
    final float scale;

    CardLayout(int columns, int rows, float qrSize, float scale) {
        this.columns = columns;
        this.rows = rows;
        this.qrSize = qrSize;
        this.scale = scale;
    }

    int perPage() {
        return columns * rows;
    }

    float width() {
        return PDRectangle.A4.getWidth() / columns;
    }

    float height() {
        return PDRectangle.A4.getHeight() / rows;
    }
}
