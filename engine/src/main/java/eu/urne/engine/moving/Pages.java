package eu.urne.engine.moving;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Rows one after another, read in pages.
 *
 * @param <T> a row
 */
final class Pages<T> implements Iterator<T> {

    /** Reads the page behind a row. */
    interface Page<T> {
        List<T> after(@Nullable T last);
    }

    private final Page<T> pages;
    private List<T> page;
    private int at;
    private @Nullable T last;

    Pages(Page<T> pages) {
        this.pages = pages;
        this.page = pages.after(null);
    }

    /** The next row, which stays; null behind the last. */
    @Nullable
    T peek() {
        if (at == page.size() && last != null) {
            page = pages.after(last);
            at = 0;
            last = null;
        }
        return at < page.size() ? page.get(at) : null;
    }

    @Override
    public boolean hasNext() {
        return peek() != null;
    }

    @Override
    public T next() {
        T row = peek();
        if (row == null) {
            throw new NoSuchElementException();
        }
        at++;
        last = row;
        return row;
    }
}
