package org.sekisho.server.browser;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sekisho.server.Shell;

/** Verifies a pack as an auditor does who trusts nobody: with unzip, sha256sum and openssl. */
final class StockTools {

    /** How a line of VERIFY.txt begins that is to be run. */
    private static final String COMMAND = "       ";

    private final Path bag;

    private StockTools(Path bag) {
        this.bag = bag;
    }

    /** Unpacks a pack into an empty folder. */
    static StockTools unpack(Path pack, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        if (!Shell.run(folder, "unzip", "-q", pack.toString()).isDone()) {
            throw new IOException(pack + " is no archive");
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return new StockTools(inside.findFirst().orElseThrow());
        }
    }

    Path bag() {
        return bag;
    }

    boolean manifestsHold() throws IOException, InterruptedException {
        return Shell.run(bag, "sha256sum", "-c", "--quiet", "--strict", "manifest-sha256.txt", "tagmanifest-sha256.txt")
                .isDone();
    }

    boolean signatureHolds() throws IOException, InterruptedException {
        return Shell.run(
                        bag,
                        "openssl",
                        "pkeyutl",
                        "-verify",
                        "-pubin",
                        "-inkey",
                        "keys/pack.pem",
                        "-rawin",
                        "-in",
                        "tagmanifest-sha256.txt",
                        "-sigfile",
                        "tagmanifest-sha256.txt.sig")
                .isDone();
    }

    /**
     * Runs what VERIFY.txt says of the trail, as it says it.
     *
     * @return what the shell printed; events that aren't proven are named in it
     */
    String trailSays() throws IOException, InterruptedException {
        String text = Files.readString(bag.resolve("data/VERIFY.txt"));
        String step = text.substring(text.indexOf("\n8. "), text.indexOf("\n9. "));
        String commands = step.lines()
                .filter(line -> line.startsWith(COMMAND))
                .map(line -> line.substring(COMMAND.length()))
                .collect(Collectors.joining("\n"));
        return Shell.run(bag, "bash", "-c", commands).text();
    }

    /** Leaves the first events only; their proofs are as good as before. */
    void keepEvents(int most) throws IOException {
        Path entries = bag.resolve("data/trail/entries.jsonl");
        try (Stream<String> lines = Files.lines(entries, StandardCharsets.UTF_8)) {
            Files.writeString(
                    entries, lines.limit(most).map(line -> line + "\n").collect(Collectors.joining()));
        }
    }

    /** Changes one byte of a file; the same again changes it back. */
    void tamper(String file) throws IOException {
        tamper(bag.resolve(file));
    }

    /** The same of a file anywhere. */
    static void tamper(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            long middle = bytes.length() / 2;
            bytes.seek(middle);
            int before = bytes.read();
            bytes.seek(middle);
            bytes.write(before ^ 1);
        }
    }
}
