package eu.urne.api;

import eu.urne.api.desk.DemonstrationUsers;
import eu.urne.api.desk.DeskDatabase;
import eu.urne.api.desk.OidcSettings;
import eu.urne.api.desk.OneTimeLinks;
import eu.urne.api.monitor.MonitorConfiguration;
import eu.urne.api.open.OpenDataFiles;
import eu.urne.api.open.PublisherSettings;
import eu.urne.api.open.VaultFacts;
import eu.urne.api.settings.Setting;
import eu.urne.api.settings.Settings;
import eu.urne.api.web.DiskSpace;
import eu.urne.api.web.Intake;
import eu.urne.api.web.StaffKeys;
import eu.urne.api.witness.Publication;
import eu.urne.api.witness.ShownCheckpoint;
import eu.urne.api.witness.WitnessedPublication;
import eu.urne.engine.DataDirectory;
import eu.urne.engine.Engine;
import eu.urne.engine.log.WitnessPolicy;
import eu.urne.engine.participation.ParticipationOffice;
import eu.urne.engine.store.LogName;
import eu.urne.engine.vault.Vault;
import eu.urne.engine.vault.VaultKey;
import eu.urne.engine.vault.VoterFacts;
import eu.urne.projections.Views;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A running server: engine, views and web application on one data folder. */
public final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private static final Duration TICK = Duration.ofSeconds(10);
    private static final Duration WITNESS_PAUSE = Duration.ofSeconds(2);

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Engine engine;
    private final Vault vault;
    private final Views views;
    private final StaffKeys keys;
    private final DeskDatabase desk;
    private final Publication publication;
    private final BudgetClock budgetClock;
    private final int port;
    private final Optional<Integer> managementPort;
    private final Optional<String> firstAdministrator;
    private final DemonstrationUsers demonstrationUsers;

    private Server(ServerSettings settings) throws Exception {
        Clock clock = settings.clock();
        Settings all = settings.all();
        Optional<OidcSettings> oidc = OidcSettings.of(all);
        try {
            DataDirectory data = opened(DataDirectory.open(settings.data(), all.text(Setting.ORIGIN), all.stores()));
            this.vault = opened(Vault.open(data, vaultKey(all)));
            this.desk = opened(DeskDatabase.open(data));
            this.keys = staffKeys(data, all.words(Setting.STAFF_KEYS));
            if (settings.rebuild()) {
                Views.delete(data);
            }
            this.views = opened(Views.open(data));
            this.engine = opened(Engine.start(data, vault.keys(), clock.millis(), views::follow));
            data.markUsed();
            ClockCheck.of(all, clock, engine.log());
            DiskSpace disk = new DiskSpace(settings.data(), all.bytes(Setting.DISK_LEAST_FREE));
            Intake intake = new Intake(disk);
            this.publication = opened(publication(settings, data));
            PublisherSettings publisher = figures(all); // before a poll can be closed
            this.budgetClock = opened(BudgetClock.start(engine, views, clock, TICK));
            ServletWebServerApplicationContext web = opened(web(settings, data, publisher, oidc, disk, intake));
            this.port = web.getWebServer().getPort();
            this.managementPort = Optional.ofNullable(web.getEnvironment().getProperty("local.management.port"))
                    .map(Integer::valueOf);
            this.demonstrationUsers = web.getBean(DemonstrationUsers.class);
            running.push(() -> end(intake, all.time(Setting.SHUTDOWN_TIMEOUT)));
            this.firstAdministrator = web.getBean(OneTimeLinks.class).forFirstAdministrator();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        running.push(part);
        return part;
    }

    /**
     * Starts a server and returns when it answers.
     *
     * @throws CannotStartException in one sentence, if address or port cannot be used, or the folder is in use
     * @throws eu.urne.engine.store.StoreException in one sentence, if the data folder cannot be used
     * @throws IllegalArgumentException in one sentence, if a setting is wrong
     */
    public static Server start(ServerSettings settings) {
        checkAddress(settings.address(), settings.port());
        settings.all()
                .number(Setting.MANAGEMENT_PORT)
                .ifPresent(
                        port -> checkAddress(settings.all().text(Setting.MANAGEMENT_ADDRESS), Math.toIntExact(port)));
        try {
            return new Server(settings);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new CannotStartException("the server cannot start: " + e.getMessage(), e);
        }
    }

    private StaffKeys staffKeys(DataDirectory data, List<String> configured) {
        return desk.isShared()
                ? StaffKeys.shared(desk.client(), configured)
                : StaffKeys.open(data.file("staff-keys"), configured);
    }

    private static Map<String, String> vaultKey(Settings all) {
        return Map.of(
                VaultKey.VARIABLE,
                all.text(Setting.VAULT_KEY),
                VaultKey.FILE_VARIABLE,
                all.text(Setting.VAULT_KEY_FILE));
    }

    private Publication publication(ServerSettings settings, DataDirectory data) {
        ShownCheckpoint shown = desk.isShared()
                ? new ShownCheckpoint.InTable(desk.client())
                : new ShownCheckpoint.InFile(data.file("published-checkpoint"));
        if (settings.witnesses().isEmpty()) {
            WitnessedPublication.shownBefore(engine.log(), shown);
            return Publication.immediate(engine.log());
        }
        Path file = settings.witnesses().get();
        try {
            WitnessPolicy policy = WitnessPolicy.parse(Files.readString(file));
            return WitnessedPublication.start(engine.log(), policy, shown, WITNESS_PAUSE);
        } catch (IOException e) {
            throw new CannotStartException("the policy of the witnesses " + file + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new CannotStartException("the policy of the witnesses " + file + ": " + e.getMessage(), e);
        }
    }

    /** Before anything is touched; what takes the port in the moment between is told by Tomcat. */
    private static void checkAddress(String address, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (IOException e) {
            throw new CannotStartException(
                    "the address " + address + ":" + port + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Figures of who took part are published at every close, from what the vault knows of the admitted. */
    private PublisherSettings figures(Settings all) {
        PublisherSettings publisher = PublisherSettings.of(
                all, engine.log().verifierKey(LogName.PUBLIC).origin().toString());
        VaultFacts facts = new VaultFacts(new VoterFacts(vault, engine.log().reader()));
        ParticipationOffice office =
                new ParticipationOffice(engine.commands(), facts, publisher.ages(), publisher.zone());
        engine.polls().atClose((poll, openedMs, origin) -> {
            try {
                office.closed(poll, openedMs, origin);
            } catch (RuntimeException e) { // the ballots must be opened and counted whatever becomes of the figures
                LOG.error("no figures of who took part are published of the poll {}", poll, e);
            }
        });
        return publisher;
    }

    private ServletWebServerApplicationContext web(
            ServerSettings settings,
            DataDirectory data,
            PublisherSettings publisher,
            Optional<OidcSettings> oidc,
            DiskSpace disk,
            Intake intake) {
        OpenDataFiles openData = new OpenDataFiles(engine, publisher, data.file("open-data"));
        SpringApplication application = new SpringApplication(UrneApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(Map.of("spring.config.location", "classpath:/urne.properties"));
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Clock.class, settings::clock);
            beans.registerBean(Settings.class, settings::all);
            beans.registerBean(Intake.class, () -> intake);
            beans.registerBean(DiskSpace.class, () -> disk);
            beans.registerBean(DataDirectory.class, () -> data, bean -> bean.setDestroyMethodName(""));
            beans.registerBean(Engine.class, () -> engine, bean -> bean.setDestroyMethodName(""));
            beans.registerBean(Vault.class, () -> vault, bean -> bean.setDestroyMethodName(""));
            beans.registerBean(Views.class, () -> views, bean -> bean.setDestroyMethodName(""));
            beans.registerBean(DeskDatabase.class, () -> desk, bean -> bean.setDestroyMethodName(""));
            beans.registerBean(StaffKeys.class, () -> keys);
            oidc.ifPresent(known -> beans.registerBean(OidcSettings.class, () -> known));
            beans.registerBean(PublisherSettings.class, () -> publisher);
            beans.registerBean(OpenDataFiles.class, () -> openData, bean -> bean.setDestroyMethodName(""));
            beans.registerBean(Publication.class, () -> publication, bean -> bean.setDestroyMethodName(""));
        });
        OptionalLong monitored = settings.all().number(Setting.MANAGEMENT_PORT);
        if (monitored.isPresent()) {
            application.addPrimarySources(List.of(MonitorConfiguration.class));
        }
        return (ServletWebServerApplicationContext) application.run(
                "--server.address=" + settings.address(),
                "--server.port=" + settings.port(),
                "--spring.lifecycle.timeout-per-shutdown-phase="
                        + settings.all().text(Setting.SHUTDOWN_TIMEOUT),
                "--management.server.address=" + settings.all().text(Setting.MANAGEMENT_ADDRESS),
                "--management.server.port=" + monitored.orElse(-1));
    }

    /** First of all when the server ends, while readers and whoever watches its health are still answered. */
    private static void end(Intake intake, Duration patience) {
        if (!intake.end(patience)) {
            LOG.warn("requests are still under way after {}; their clients will send them again", patience);
        }
    }

    /** The port that it listens to. */
    public int port() {
        return port;
    }

    /** The port at which it is monitored; empty if it is not. */
    public Optional<Integer> managementPort() {
        return managementPort;
    }

    /** The engine behind it. */
    public Engine engine() {
        return engine;
    }

    /** The views of the engine. */
    public Views views() {
        return views;
    }

    /** What follows the calendars of the budgets; it ticks by itself, and whoever runs the time can let it tick. */
    public BudgetClock budgetClock() {
        return budgetClock;
    }

    /** The staff key that was made at this start, to be shown once; empty where there was one before. */
    public Optional<String> newStaffKey() {
        return keys.generated();
    }

    /**
     * Path of the link with which the first administrator of the desk chooses name and password; empty if there are
     * users.
     */
    public Optional<String> firstAdministrator() {
        return firstAdministrator;
    }

    /** Users of the desk for a demonstration, with new passwords; to be asked for on demonstrations only. */
    public List<DemonstrationUsers.Player> demonstrationUsers() {
        return demonstrationUsers.play();
    }

    /** The verifier key string of the public log. */
    public String verifierKey() {
        return engine.log().verifierKey(LogName.PUBLIC).toString();
    }

    /**
     * Takes nothing new, answers what is under way, then closes everything, within a few times the patience that was
     * set. Can be called again.
     */
    @Override
    public synchronized void close() {
        RuntimeException failed = null;
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                failed = new CannotStartException("the server did not close cleanly: " + e.getMessage(), e);
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
