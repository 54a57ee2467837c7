package eu.urne.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.log.Signer;
import eu.urne.engine.store.trial.TrialEventStoreDb.Access;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a node refuses to begin with. */
class EventStoreStartTest extends EventStoreNodes {

    @Test
    void anotherKeyIsRefusedAtTheStartAndNothingIsWritten() {
        open("a").close();
        int before = server.size();
        Map<LogName, Signer> swapped = Map.of(
                LogName.PUBLIC,
                new Signer(TestLogs.SIGNERS.get(LogName.PUBLIC).verifierKey().origin(), new byte[32]),
                LogName.REGISTER,
                TestLogs.SIGNERS.get(LogName.REGISTER));
        assertThatThrownBy(() -> open("b", server.connection(), swapped))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("on EventStoreDB has the key");
        assertThat(server.size()).isEqualTo(before);
        assertThat(folder.resolve("b.db")).doesNotExist();
    }

    @Test
    void aServerThatWasSetBackIsRefusedAtTheStart() {
        SequencedLog log = open("a");
        append(log, "a", 0);
        log.close();
        server.restoreTo(2);
        assertThatThrownBy(() -> open("a"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("less of the log than this node has seen");
        assertThat(server.size()).isEqualTo(2);
    }

    @Test
    void withoutAccessNothingBegins() {
        server.allow(Access.ADMIN);
        assertRefused(server.connection(), "does not let this installation in");
        server.allow(Access.NO_ALL);
        assertRefused(server.connection(), "right to read $all");
        server.allow(Access.READ_ONLY);
        assertRefused(server.connection(), "does not let this installation in");
        assertThat(server.size()).isZero();
        server.allow(Access.ADMIN);
        open("b", server.connection().replace("esdb://", "esdb://admin:changeit@"), TestLogs.SIGNERS);
    }

    private void assertRefused(String connection, String sentence) {
        assertThatThrownBy(() -> open("x", connection, TestLogs.SIGNERS))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aConnectionStringThatCannotBeReadIsRefusedWithoutItsPassword() {
        assertRefused("http://localhost", "begins with esdb://");
        assertThatThrownBy(() -> open("x", "esdb://me:secret@host:port?x", TestLogs.SIGNERS))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be read")
                .hasMessageNotContaining("secret");
        server.stop();
        assertRefused(
                server.connection(500).replace("discoveryInterval=100", "discoveryInterval=10"), "does not answer");
    }
}
