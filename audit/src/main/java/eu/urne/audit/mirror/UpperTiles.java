package eu.urne.audit.mirror;

import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.tree.GrowingTree;
import eu.urne.audit.tree.TileFile;
import eu.urne.audit.tree.TilePath;
import eu.urne.audit.tree.TreeShape;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** The hash tiles above level 0 of a tree that grows on from the one mirrored. */
final class UpperTiles {
    private final Mirror mirror;
    private final List<Level> levels = new ArrayList<>();

    /** The tile of a level that is being filled. */
    private static final class Level {
        private final List<byte[]> hashes = new ArrayList<>();
        private long number;
    }

    /** Takes up the unfinished tiles of the tree mirrored. */
    UpperTiles(Mirror mirror) throws MalformedException, UnreadableEvidenceException {
        this.mirror = mirror;
        TreeShape shape = mirror.shape();
        for (int number = 1; number < shape.levels(); number++) {
            Level level = level(number);
            TilePath last = shape.tile(number, shape.tiles(number) - 1);
            if (last.width() == TilePath.FULL) {
                level.number = last.number() + 1;
            } else {
                level.number = last.number();
                level.hashes.addAll(TileFile.hashes(mirror.tile(last), last.width()));
            }
        }
    }

    private Level level(int number) {
        while (levels.size() < number) {
            levels.add(new Level());
        }
        return levels.get(number - 1);
    }

    /** Appends the root of a full tile of level 0. */
    void append(byte[] root) throws UnreadableEvidenceException {
        append(1, root);
    }

    private void append(int number, byte[] hash) throws UnreadableEvidenceException {
        Level level = level(number);
        level.hashes.add(hash);
        if (level.hashes.size() == TilePath.FULL) {
            write(number, level);
            GrowingTree tile = new GrowingTree();
            level.hashes.forEach(tile::append);
            level.hashes.clear();
            level.number++;
            append(number + 1, tile.root());
        }
    }

    /** Writes the tiles that are not full. */
    void end() throws UnreadableEvidenceException {
        for (int number = 1; number <= levels.size(); number++) {
            Level level = level(number);
            if (!level.hashes.isEmpty()) {
                write(number, level);
            }
        }
    }

    private void write(int number, Level level) throws UnreadableEvidenceException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        level.hashes.forEach(bytes::writeBytes);
        mirror.write(new TilePath(number, level.number, level.hashes.size()), bytes.toByteArray());
    }
}
