package eu.urne.api.monitor;

import eu.urne.api.web.DiskSpace;
import eu.urne.api.web.Intake;
import eu.urne.engine.Engine;
import eu.urne.projections.Views;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jackson.JacksonEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementContextAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.application.AvailabilityHealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.jvm.JvmMetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.system.SystemMetricsAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.actuate.web.server.TomcatServletManagementContextAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Health and figures on the management port; used only where there is one. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    ApplicationAvailabilityAutoConfiguration.class,
    AvailabilityHealthContributorAutoConfiguration.class,
    AvailabilityProbesAutoConfiguration.class,
    CompositeMeterRegistryAutoConfiguration.class,
    EndpointAutoConfiguration.class,
    HealthContributorRegistryAutoConfiguration.class,
    HealthEndpointAutoConfiguration.class,
    JacksonEndpointAutoConfiguration.class,
    JvmMetricsAutoConfiguration.class,
    ManagementContextAutoConfiguration.class,
    MetricsAutoConfiguration.class,
    PrometheusMetricsExportAutoConfiguration.class,
    SystemMetricsAutoConfiguration.class,
    TomcatServletManagementContextAutoConfiguration.class,
    WebEndpointAutoConfiguration.class
})
public class MonitorConfiguration {

    @Bean
    FilterRegistrationBean<RequestMeter> requestMeter(MeterRegistry registry) {
        FilterRegistrationBean<RequestMeter> meter = new FilterRegistrationBean<>(new RequestMeter(registry));
        meter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return meter;
    }

    @Bean
    LastAppend lastAppend() {
        return new LastAppend(System::nanoTime);
    }

    @Bean
    MeterBinder engineMeters(Engine engine, Views views, DiskSpace disk, LastAppend last) {
        return new EngineMeters(engine, views, disk, last);
    }

    @Bean
    HealthIndicator logHealthIndicator(Engine engine, LastAppend last) {
        return Healths.log(engine, last);
    }

    @Bean
    HealthIndicator viewsHealthIndicator(Engine engine, Views views) {
        return Healths.views(engine, views);
    }

    @Bean
    HealthIndicator diskHealthIndicator(DiskSpace disk) {
        return Healths.disk(disk);
    }

    @Bean
    HealthIndicator intakeHealthIndicator(Intake intake) {
        return Healths.intake(intake);
    }
}
