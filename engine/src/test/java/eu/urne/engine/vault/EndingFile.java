package eu.urne.engine.vault;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;

/** A file in memory at whose end something happens. */
final class EndingFile extends FilterInputStream {

    private final End end;

    EndingFile(byte[] bytes, End end) {
        super(new ByteArrayInputStream(bytes));
        this.end = end;
    }

    /** What happens, each time that somebody reads behind the last byte. */
    interface End {
        void happen() throws IOException;
    }

    @Override
    public int read() throws IOException {
        return ended(super.read());
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return ended(super.read(into, offset, length));
    }

    private int ended(int read) throws IOException {
        if (read < 0) {
            end.happen();
        }
        return read;
    }
}
