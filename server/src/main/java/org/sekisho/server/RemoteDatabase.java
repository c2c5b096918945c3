package org.sekisho.server;

import java.io.IOException;
import java.util.function.Consumer;
import org.sekisho.server.ExternalDatabase.Credentials;

/** A PostgreSQL that somebody else runs: it is checked, and migrated when the owner's credentials are given. */
final class RemoteDatabase implements PortalDatabase {

    private final ExternalDatabase database;
    private final Payload payload;
    private final Folders folders;

    RemoteDatabase(ExternalDatabase database, Payload payload, Folders folders) {
        this.database = database;
        this.payload = payload;
        this.folders = folders;
    }

    @Override
    public String url() {
        return database.url();
    }

    @Override
    public Credentials application() {
        return database.application();
    }

    @Override
    public void open(Consumer<StartRefusal> lost) throws IOException {
        ExternalDatabaseCheck.check(database);
        if (database.owner().isPresent()) {
            migrate(database.owner().get());
        } else {
            Schema.require(database.url(), database.application());
        }
    }

    /** The owner alone is enough for it: the portal's role may come later. */
    void migrate(Credentials owner) throws IOException {
        ExternalDatabaseCheck.checkOwner(database.url(), owner);
        new Schema(payload).migrate(database.url(), owner, folders);
    }

    @Override
    public void close() {
        // Nothing was opened: each connection ended with its question.
    }
}
