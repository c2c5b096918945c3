package org.sekisho.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What lies where below the data folder. */
record Folders(Path data) {

    /** The embedded database's own files. */
    Path database() {
        return data.resolve("database");
    }

    /** Programs of PostgreSQL, one folder per version. */
    Path postgres() {
        return data.resolve("postgres");
    }

    /** Generated passwords of the embedded database. */
    Path secrets() {
        return data.resolve("secrets");
    }

    /** The unpacked server and portal; can be deleted while Sekisho is stopped, the next start unpacks again. */
    Path runtime() {
        return data.resolve("runtime");
    }

    Path logs() {
        return data.resolve("logs");
    }

    Path launcherLog() {
        return logs().resolve("launcher.0.log");
    }

    Path portalLog() {
        return logs().resolve("portal.0.log");
    }

    Path databaseLog() {
        return logs().resolve("database.0.log");
    }

    Path lock() {
        return data.resolve("lock");
    }

    /** Names the process of the portal, so that the next start knows one that a killed launcher left behind. */
    Path portalProcess() {
        return runtime().resolve("portal.pid");
    }

    /**
     * Creates what is missing, readable for nobody else.
     *
     * @throws StartRefusal when a folder can't be created or written to
     */
    static Folders prepare(Settings settings) {
        Folders folders = new Folders(settings.data());
        writable("SEKISHO_DATA", folders.data());
        writable("SEKISHO_DATA", folders.runtime());
        writable("SEKISHO_DATA", folders.logs());
        writable("SEKISHO_KEYS", settings.keys());
        writable("SEKISHO_CONTENT", settings.content());
        return folders;
    }

    private static void writable(String variable, Path folder) {
        try {
            PrivateFiles.folder(folder);
        } catch (IOException failure) {
            throw new StartRefusal(failure, StartError.FOLDER_NOT_WRITABLE, variable, folder.toString());
        }
        if (!Files.isWritable(folder)) {
            throw new StartRefusal(StartError.FOLDER_NOT_WRITABLE, variable, folder.toString());
        }
    }
}
