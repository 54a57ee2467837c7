package eu.urne.api.desk;

import eu.urne.api.open.PublisherSettings;
import eu.urne.api.rest.VisibleReplies;
import eu.urne.api.tablet.Tablets;
import eu.urne.api.web.Frontend;
import eu.urne.engine.Engine;
import eu.urne.engine.vault.Vault;
import eu.urne.engine.vault.VoterOffice;
import eu.urne.projections.Views;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the pages of the running of votes stand on. */
@Configuration(proxyBeanMethods = false)
public class DeskBeans {

    @Bean
    DeskFrames deskFrames(Frontend frontend, PublisherSettings publisher) {
        return new DeskFrames(frontend, publisher.zone());
    }

    @Bean
    DemonstrationUsers demonstrationUsers(Users users, Passwords passwords) {
        return new DemonstrationUsers(users, passwords);
    }

    @Bean
    AdmissionList admissionList(Vault vault, VoterOffice office) {
        return new AdmissionList(vault, office);
    }

    @Bean
    PollAccess pollAccess(Views views) {
        return new PollAccess(views);
    }

    @Bean
    Confirmations confirmations(DeskDatabase database, Clock clock) {
        return new Confirmations(database, clock);
    }

    @Bean
    PollSteps pollSteps(
            Engine engine,
            VisibleReplies replies,
            Confirmations confirmations,
            Users users,
            PollAccess access,
            Tablets tablets) {
        return new PollSteps(engine, replies, confirmations, users, access, tablets);
    }

    @Bean
    DeskCommands deskCommands(Engine engine, VisibleReplies replies, DeskTexts texts) {
        return new DeskCommands(engine, replies, texts);
    }
}
