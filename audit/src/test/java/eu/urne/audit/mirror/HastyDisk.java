package eu.urne.audit.mirror;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** The disk of this machine, without waiting for it. */
final class HastyDisk implements Disk {

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
    }

    @Override
    public void append(Path file, long length, byte[] bytes) throws IOException {
        byte[] before = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        Files.write(file, Arrays.copyOf(before, (int) length));
        Files.write(file, bytes, StandardOpenOption.APPEND);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        new RealDisk().move(from, to);
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
    }

    @Override
    public void delete(Path path) throws IOException {
        Files.delete(path);
    }

    @Override
    public void sync(Path folder) {}
}
