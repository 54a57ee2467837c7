package eu.urne.api.web;

import eu.urne.api.settings.Setting;
import eu.urne.api.settings.Settings;
import java.util.stream.Collectors;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What every request meets first, in this order: an id, bounds of its body, limits of its client, the intake. */
@Configuration(proxyBeanMethods = false)
public class FrontConfiguration {

    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE;

    @Bean
    FilterRegistrationBean<RequestIds> requestIds() {
        return at(FIRST, new RequestIds());
    }

    /** Before the desk's filters, which read forms. */
    @Bean
    FilterRegistrationBean<BoundedRequestFilter> boundedRequestFilter() {
        return at(FIRST + 2, new BoundedRequestFilter());
    }

    @Bean
    FilterRegistrationBean<ClientLimits> clientLimits(Settings settings, StaffKeys keys) {
        return at(FIRST + 3, new ClientLimits(settings, keys));
    }

    @Bean
    FilterRegistrationBean<Intake> intakeFilter(Intake intake) {
        return at(FIRST + 4, intake);
    }

    private static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> at(int order, F filter) {
        FilterRegistrationBean<F> registered = new FilterRegistrationBean<>(filter);
        registered.setOrder(order);
        return registered;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcat(Settings settings) {
        return factory -> {
            factory.addContextCustomizers(context -> {
                context.setRequestCharacterEncoding("UTF-8"); // forms do not say in what they are written
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(ProblemValve.class.getName());
                }
            });
            // who asks before sending a large body is refused before it is sent
            factory.addConnectorCustomizers(connector -> connector.setProperty("continueResponseTiming", "onRead"));
            if (settings.isGiven(Setting.TRUSTED_PROXIES)) {
                factory.addEngineValves(proxies(settings));
            }
        };
    }

    /** Believes what these proxies say of where a request comes from and how it was asked. */
    private static RemoteIpValve proxies(Settings settings) {
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(settings.words(Setting.TRUSTED_PROXIES).stream()
                .map(FrontConfiguration::network)
                .collect(Collectors.joining(",")));
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        valve.setHostHeader("X-Forwarded-Host");
        valve.setPortHeader("X-Forwarded-Port");
        return valve;
    }

    private static String network(String word) {
        return word.contains("/") ? word : word + (word.contains(":") ? "/128" : "/32");
    }
}
