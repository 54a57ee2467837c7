package eu.urne.api.doctor;

import eu.urne.api.settings.Setting;
import eu.urne.api.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Looks at an installation and changes nothing. */
final class Doctor {

    private static final int LEAST_JDK = 21;
    private static final long LEAST_HEAP = 256L * 1024 * 1024;

    private final Settings settings;
    private final Instant now;

    Doctor(Settings settings, Instant now) {
        this.settings = settings;
        this.now = now;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.well("the settings are allowed; the store is " + settings.text(Setting.STORE)));
        findings.add(machine());
        FolderExam folder = new FolderExam(settings);
        try {
            findings.addAll(folder.findings());
            if (Files.isDirectory(Path.of(settings.text(Setting.DATA)))) {
                findings.addAll(new LogExam(settings, now).findings());
            }
            if (folder.isInUse()) {
                findings.add(Finding.well("a server uses the data folder now"));
            } else {
                findings.add(port(Setting.ADDRESS, Setting.PORT));
                if (settings.number(Setting.MANAGEMENT_PORT).isPresent()) {
                    findings.add(port(Setting.MANAGEMENT_ADDRESS, Setting.MANAGEMENT_PORT));
                }
            }
        } catch (IOException e) {
            findings.add(Finding.wrong("the data folder cannot be looked at: " + e.getMessage()));
        }
        return findings;
    }

    private static Finding machine() {
        int jdk = Runtime.version().feature();
        long heap = Runtime.getRuntime().maxMemory();
        if (jdk < LEAST_JDK) {
            return Finding.wrong("the JDK is of version " + jdk + ": install " + LEAST_JDK + " or later");
        }
        return heap < LEAST_HEAP
                ? Finding.doubtful("the heap is bounded by " + (heap >> 20) + " MiB: set URNE_JAVA_OPTS=-Xmx1g")
                : Finding.well("the JDK is of version " + jdk + ", with a heap of " + (heap >> 20) + " MiB");
    }

    private Finding port(Setting address, Setting port) {
        String where = settings.text(address) + ":" + settings.text(port);
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(
                    InetAddress.getByName(settings.text(address)),
                    Math.toIntExact(settings.number(port).orElseThrow())));
            return Finding.well("the address " + where + " is free");
        } catch (IOException e) {
            return Finding.wrong("the address " + where + " cannot be used (" + e.getMessage()
                    + "): end what uses it, or" + " set " + port.key());
        }
    }
}
