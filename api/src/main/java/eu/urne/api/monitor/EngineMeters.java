package eu.urne.api.monitor;

import eu.urne.api.rest.ViewsLag;
import eu.urne.api.web.DiskSpace;
import eu.urne.engine.Engine;
import eu.urne.engine.store.LogName;
import eu.urne.projections.Views;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Figures of the engine. The size of the public log is public; that of the register log, which would tell when somebody
 * was served, is not shown.
 */
final class EngineMeters implements MeterBinder {

    private final Engine engine;
    private final Views views;
    private final DiskSpace disk;
    private final LastAppend last;

    EngineMeters(Engine engine, Views views, DiskSpace disk, LastAppend last) {
        this.engine = engine;
        this.views = views;
        this.disk = disk;
        this.last = last;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        engine.log().observe(new AppendMeter(registry, last));
        Gauge.builder("urne.log.waiting", engine, each -> each.log().waiting())
                .description("Appends that wait to be written by this node")
                .register(registry);
        Gauge.builder("urne.log.size", engine, each -> each.log()
                        .checkpoint(LogName.PUBLIC)
                        .size())
                .description("Entries of the public log")
                .register(registry);
        Gauge.builder("urne.views.lag", this, EngineMeters::lag)
                .description("Entries that the views have not seen")
                .register(registry);
        Gauge.builder("urne.disk.free", disk, DiskSpace::freeBytes)
                .description("Free space of the disk with the data folder")
                .baseUnit("bytes")
                .register(registry);
    }

    private double lag() {
        return ViewsLag.of(engine, views).entries();
    }
}
