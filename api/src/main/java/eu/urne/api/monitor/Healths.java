package eu.urne.api.monitor;

import eu.urne.api.rest.ViewsLag;
import eu.urne.api.web.DiskSpace;
import eu.urne.api.web.Intake;
import eu.urne.engine.Engine;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.StoreException;
import eu.urne.projections.Views;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** How the parts of a server are, each in one sentence where it is not well. */
final class Healths {

    private static final String SENTENCE = "sentence";

    private Healths() {}

    /** The log: whether it can be read, and whether it could be written when that was tried last. */
    static HealthIndicator log(Engine engine, LastAppend last) {
        return () -> {
            if (last.hasFailed()) {
                return down("the last append, a moment ago, failed");
            }
            try {
                engine.log().reader().lastPosition();
                return Health.up()
                        .withDetail(
                                "size", engine.log().checkpoint(LogName.PUBLIC).size())
                        .build();
            } catch (StoreException e) {
                return down(String.valueOf(e.getMessage()));
            }
        };
    }

    /** The views: whether they can be read, and how far they are behind. */
    static HealthIndicator views(Engine engine, Views views) {
        return () -> {
            try {
                return Health.up()
                        .withDetail("lag", ViewsLag.of(engine, views).entries())
                        .build();
            } catch (RuntimeException e) {
                return down("the views cannot be read");
            }
        };
    }

    /** The disk of the data folder. */
    static HealthIndicator disk(DiskSpace disk) {
        return () -> {
            Health.Builder health = disk.isScarce() ? Health.down() : Health.up();
            return health.withDetail("freeBytes", disk.freeBytes()).build();
        };
    }

    /** Whether anything is taken. */
    static HealthIndicator intake(Intake intake) {
        return () -> intake.closed()
                .map(sentence ->
                        Health.outOfService().withDetail(SENTENCE, sentence).build())
                .orElseGet(() -> Health.up().build());
    }

    private static Health down(String sentence) {
        return Health.down().withDetail(SENTENCE, sentence).build();
    }
}
