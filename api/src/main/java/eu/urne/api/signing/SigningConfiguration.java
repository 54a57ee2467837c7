package eu.urne.api.signing;

import eu.urne.api.desk.DeskDatabase;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Where chair and secretary sign, and what that needs. */
@Configuration(proxyBeanMethods = false)
@Import({SigningController.class, SigningPage.class})
public class SigningConfiguration {

    @Bean
    SigningCodes signingCodes(DeskDatabase desk, Clock clock) {
        return new SigningCodes(desk, clock);
    }
}
