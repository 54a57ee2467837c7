package eu.urne.audit.source;

import eu.urne.audit.EvidenceSource;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.json.MalformedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Evidence in a zip archive (docs/formats/evidence.md, "The archive"). Nothing is extracted; every byte of the
 * container is one that the format allows.
 */
public final class ZipEvidence implements EvidenceSource {
    private final String name;
    private final FileChannel channel;
    private volatile Map<String, ZipMember> members = Map.of();

    private ZipEvidence(String name, FileChannel channel) {
        this.name = name;
        this.channel = channel;
    }

    /**
     * Opens an archive.
     *
     * @param file the archive
     * @throws UnreadableEvidenceException if the file cannot be read or does not look like a zip archive at all
     */
    public static ZipEvidence open(Path file) throws UnreadableEvidenceException {
        try {
            FileChannel channel = FileChannel.open(file);
            ZipEvidence evidence = new ZipEvidence(file.toString(), channel);
            if (!new ZipStructure(new ChannelReader(channel)).looksLikeZip()) {
                channel.close();
                throw new UnreadableEvidenceException(file + " is not a zip archive");
            }
            return evidence;
        } catch (IOException e) {
            throw BoundedRead.unreadable(file.toString(), e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<Set<String>> names() throws MalformedException, UnreadableEvidenceException {
        try {
            members = new ZipStructure(new ChannelReader(channel)).members();
            return Optional.of(members.keySet());
        } catch (IOException e) {
            throw BoundedRead.unreadable(name, e);
        }
    }

    @Override
    public Optional<byte[]> read(String file, int maxBytes) throws MalformedException, UnreadableEvidenceException {
        Optional<InputStream> stream = stream(file);
        return stream.isEmpty() ? Optional.empty() : Optional.of(BoundedRead.all(stream.get(), file, maxBytes));
    }

    @Override
    public Optional<InputStream> stream(String file) {
        ZipMember member = members.get(file);
        return member == null ? Optional.empty() : Optional.of(new ZipMemberStream(channel, member));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
