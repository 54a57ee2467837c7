package eu.urne.api.cards;

import eu.urne.engine.EngineJson;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.Token;
import eu.urne.engine.roll.CardCode;
import eu.urne.engine.roll.VotingCard;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Cards under one label, and the two files that they become.
 *
 * @param name of the files without their endings
 */
record CardBatch(PollId poll, String label, int count, Path name) {

    /** Body of the request that issues the cards. */
    private record Issue(String label, List<Token> tokens) {}

    /** Prints cards. */
    interface Print {
        /** Writes a PDF. */
        void write(List<VotingCard> cards, OutputStream out) throws IOException;
    }

    private Path sheet() {
        return name.resolveSibling(name.getFileName() + ".pdf");
    }

    private Path keys() {
        return name.resolveSibling(name.getFileName() + ".json");
    }

    /** Refuses to overwrite cards. */
    void refuseExisting() throws IOException {
        for (Path file : List.of(sheet(), keys())) {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
        }
    }

    /** Makes the cards and writes both files; that of the secrets is its owner's only. */
    void write(Print print, PrintWriter report) throws IOException {
        if (name.getParent() != null) {
            Files.createDirectories(name.getParent());
        }
        List<VotingCard> cards = cards();
        try (OutputStream file = ownerOnly(sheet())) {
            print.write(cards, file);
        }
        List<Token> tokens =
                cards.stream().map(card -> card.seed().token()).sorted().toList();
        Files.write(
                keys(), EngineJson.MAPPER.writeValueAsBytes(new Issue(label, tokens)), StandardOpenOption.CREATE_NEW);
        report.println(
                count + " cards: " + sheet() + " (secret, to print), " + keys() + " (public keys, for the server)");
    }

    private static OutputStream ownerOnly(Path file) throws IOException {
        var permissions = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(file, permissions);
        return new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.WRITE));
    }

    private List<VotingCard> cards() {
        SecureRandom random = new SecureRandom();
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("cards " + label)
                .setInitialMax(count)
                .setStyle(ProgressBarStyle.ASCII)
                .build()) {
            return IntStream.range(0, count)
                    .parallel()
                    .mapToObj(i -> {
                        byte[] bytes = new byte[CardCode.LENGTH];
                        random.nextBytes(bytes);
                        VotingCard card = VotingCard.of(poll, CardCode.of(bytes));
                        bar.step();
                        return card;
                    })
                    .toList();
        }
    }
}
