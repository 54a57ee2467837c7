package eu.urne.api.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.urne.engine.log.Checkpoint;
import eu.urne.engine.log.MerkleTree;
import eu.urne.engine.log.Origin;
import eu.urne.engine.log.Signer;
import eu.urne.engine.log.Tile;
import eu.urne.engine.log.TilePath;
import eu.urne.engine.log.TileStore;
import eu.urne.engine.log.TreeHash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A site with a log of entries of the form and length of ballots, whose signatures are random bytes. It has the files
 * that a mirror asks for: key, checkpoint and bundles, no hash tiles.
 */
final class BenchSite implements AutoCloseable {
    private static final String PREFIX = "/log/";

    private final Path folder;
    private final SplittableRandom random = new SplittableRandom(1);
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private long bytes;

    private BenchSite(Path folder, HttpServer server) {
        this.folder = folder;
        this.server = server;
    }

    /** Writes a log of so many entries below a folder and serves it. */
    static BenchSite start(Path folder, int entries) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        BenchSite site = new BenchSite(folder, server);
        site.write(entries);
        server.createContext(PREFIX, site::answer);
        server.setExecutor(site.threads);
        server.start();
        return site;
    }

    /** Its address. */
    String address() {
        return "http://localhost:" + server.getAddress().getPort() + PREFIX;
    }

    /** Bytes of all bundles. */
    long bytes() {
        return bytes;
    }

    private void write(int entries) throws IOException {
        Signer signer = new Signer(new Origin("bench.example/log"), new byte[Signer.SEED_LENGTH]);
        MerkleTree tree = MerkleTree.empty(new InMemory());
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        for (int i = 0; i < entries; i++) {
            byte[] entry = entry().getBytes(StandardCharsets.US_ASCII);
            tree.append(TreeHash.leaf(entry));
            bundle.write(entry.length >> 8);
            bundle.write(entry.length);
            bundle.writeBytes(entry);
            int width = i % Tile.WIDTH + 1;
            if (width == Tile.WIDTH || i == entries - 1) {
                put(TilePath.entries(i / Tile.WIDTH, width), bundle.toByteArray());
                bytes += bundle.size();
                bundle.reset();
            }
        }
        String note = new Checkpoint(new Origin("bench.example/log"), entries, tree.root(entries)).sign(signer);
        put("checkpoint", note.getBytes(StandardCharsets.UTF_8));
        put("vkey", (signer.verifierKey() + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private void put(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private String entry() {
        String ballot = hex(32);
        return "{\"at\":1728000000000,\"by\":\"booth\",\"cause\":\"" + ballot
                + "\",\"data\":{\"authorisation\":\"card\",\"ct\":\"" + base64(30) + "\",\"enc\":\"" + base64(65)
                + "\",\"poll\":\"bench\",\"seq\":0,\"sig\":\"" + base64(64) + "\",\"suite\":1,\"token\":\"" + base64(32)
                + "\"},\"id\":\"" + hex(4) + "-" + hex(2) + "-8" + hex(2).substring(1) + "-8" + hex(2).substring(1)
                + "-" + hex(6) + "\",\"key\":\"" + hex(4) + "\",\"seq\":0,\"sig\":\"" + base64(64)
                + "\",\"stream\":\"ballot/bench/" + hex(32) + "\",\"type\":\"urne.poll.BallotCast.v1\",\"v\":1}";
    }

    private String hex(int length) {
        return HexFormat.of().formatHex(randomBytes(length));
    }

    private String base64(int length) {
        return Base64.getEncoder().encodeToString(randomBytes(length));
    }

    private byte[] randomBytes(int length) {
        byte[] some = new byte[length];
        random.nextBytes(some);
        return some;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Path file = folder.resolve(exchange.getRequestURI().getPath().substring(PREFIX.length()));
            if (!Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] content = Files.readAllBytes(file);
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    /** The tiles of the tree, in memory. */
    private static final class InMemory implements TileStore {
        private record Id(int level, long number) {}

        private final Map<Id, byte[]> tiles = new HashMap<>();

        @Override
        public byte[] read(int level, long number) {
            byte[] tile = tiles.get(new Id(level, number));
            if (tile == null) {
                throw new IllegalStateException("no tile " + level + "/" + number);
            }
            return tile;
        }

        @Override
        public void write(int level, long number, byte[] content) {
            tiles.put(new Id(level, number), content);
        }
    }
}
