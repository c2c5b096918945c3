package org.sekisho.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** Takes what a process prints into rotating files, line by line, and shows each line to a listener first. */
final class ProcessLog implements AutoCloseable {

    private final FileHandler files;

    /** @param name the files are called {@code <name>.0.log} (the newest) and so on */
    ProcessLog(Path folder, String name) throws IOException {
        files = new FileHandler(folder.resolve(name + ".%g.log").toString(), Log.FILE_BYTES, Log.FILES, true);
        files.setEncoding("UTF-8");
        files.setFormatter(new Formatter() {
            @Override
            public String format(LogRecord line) {
                return line.getMessage() + System.lineSeparator();
            }
        });
    }

    /**
     * Follows the process on a thread of its own.
     *
     * @return completes when the process has closed its output and the listener has seen all of it
     */
    CompletableFuture<Void> follow(Process process, Consumer<String> listener) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> {
                    read(process, listener);
                    end.complete(null);
                },
                "log of process " + process.pid());
        reader.setDaemon(true);
        reader.start();
        return end;
    }

    private void read(Process process, Consumer<String> listener) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                listener.accept(line);
                files.publish(new LogRecord(Level.INFO, line));
            }
        } catch (IOException ended) {
            // A killed process tears its pipe; what it said until then is in the file.
            Log.info("Output of process " + process.pid() + " ended: " + ended.getMessage());
        }
    }

    @Override
    public void close() {
        files.close();
    }
}
