package eu.urne.audit.mirror;

import java.io.IOException;
import java.nio.file.Path;

/** The steps in which a mirror changes its folder. Any of them may be the last. */
interface Disk {

    /** Writes a file, new or again from its beginning. It is on disk when this returns. */
    void write(Path file, byte[] bytes) throws IOException;

    /** Cuts a file, which may not exist yet, to a length and appends to it. It is on disk when this returns. */
    void append(Path file, long length, byte[] bytes) throws IOException;

    /** Gives a file another name, in place of the file that has it. */
    void move(Path from, Path to) throws IOException;

    /** Makes a folder and those that it stands in, unless they exist. */
    void createFolder(Path folder) throws IOException;

    /** Removes a file or an empty folder. */
    void delete(Path path) throws IOException;

    /** Waits until the names in a folder are on disk. */
    void sync(Path folder) throws IOException;
}
