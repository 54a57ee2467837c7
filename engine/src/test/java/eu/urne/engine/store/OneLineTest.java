package eu.urne.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class OneLineTest {

    @Test
    void filesAndHostsAreToldInWords() {
        assertThat(OneLine.of(new NoSuchFileException("a.txt"))).isEqualTo("a.txt does not exist");
        assertThat(OneLine.of(new IOException("outer", new AccessDeniedException("a.txt"))))
                .isEqualTo("a.txt may not be read or written by this user");
        assertThat(OneLine.of(new ConnectException())).isEqualTo("nobody answers there");
        ConnectException unknown = new ConnectException();
        unknown.initCause(new UnresolvedAddressException());
        assertThat(OneLine.of(unknown)).isEqualTo("no address is known of that host");
    }

    @Test
    void ofOthersTheFirstLineThatSaysSomethingOfTheInnermostCause() {
        assertThat(OneLine.of(new IOException("outer", new SQLException("\n  FATAL: no\n  Hint: yes"))))
                .isEqualTo("FATAL: no");
        assertThat(OneLine.of(new IllegalStateException())).isEqualTo("IllegalStateException");
        assertThat(OneLine.of(new IOException("outer", new StoreException("ours"))))
                .isEqualTo("ours");
    }
}
