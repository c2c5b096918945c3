package org.sekisho.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The launcher's own log, for whoever looks into a failure. The console shows what {@link Texts} says and nothing else. */
final class Log {

    /** Five files of ten mebibytes: enough for a bad week, bounded for a small disk. */
    static final int FILE_BYTES = 10 << 20;

    static final int FILES = 5;

    private static final Logger LOGGER = Logger.getLogger("org.sekisho.server");

    private Log() {}

    /** Before there is a folder for logs nothing is logged, so that libraries don't write to the console. */
    static void silence() {
        LogManager.getLogManager().reset();
    }

    static void writeTo(Path folder) throws IOException {
        silence();
        Handler file = new FileHandler(folder.resolve("launcher.%g.log").toString(), FILE_BYTES, FILES, true);
        file.setFormatter(new SimpleFormatter());
        file.setEncoding("UTF-8");
        Logger root = Logger.getLogger("");
        root.setLevel(Level.INFO);
        root.addHandler(file);
    }

    static void info(String message) {
        LOGGER.info(message);
    }

    static void warn(String message, Throwable cause) {
        LOGGER.log(Level.WARNING, message, cause);
    }
}
