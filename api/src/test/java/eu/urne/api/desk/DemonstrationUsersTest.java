package eu.urne.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemonstrationUsersTest {

    @Test
    void everyPlayerSignsInWithThePasswordOfThisStartOnly(@TempDir Path folder) {
        DemonstrationUsers.Player earlier;
        try (Server server = Server.start(ServerSettings.local(folder))) {
            earlier = server.demonstrationUsers().getFirst();
        }
        try (Server server = Server.start(ServerSettings.local(folder))) {
            var players = server.demonstrationUsers();

            assertThat(new Staff(server)
                            .signIn(earlier.name(), earlier.password())
                            .location())
                    .isEqualTo("/desk/sign-in?wrong");
            assertThat(players).allSatisfy(player -> assertThat(new Staff(server)
                            .signIn(player.name(), player.password())
                            .location())
                    .isEqualTo("/desk"));
        }
    }

    @Test
    void withUsersTheLinkOfTheFirstAdministratorIsOver(@TempDir Path folder) {
        try (Server server = Server.start(ServerSettings.local(folder))) {
            server.demonstrationUsers();

            assertThat(new Staff(server)
                            .get(server.firstAdministrator().orElseThrow())
                            .status())
                    .isEqualTo(410);
        }
    }
}
