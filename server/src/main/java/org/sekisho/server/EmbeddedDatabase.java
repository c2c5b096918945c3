package org.sekisho.server;

import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sekisho.server.ExternalDatabase.Credentials;

/** The installation's own PostgreSQL with its roles and schema. */
final class EmbeddedDatabase implements PortalDatabase {

    private final Payload payload;
    private final Folders folders;
    private final Runnable full;
    private final Secrets secrets;
    private final int port;
    private final Credentials application;

    private @Nullable EmbeddedPostgres postgres;
    private boolean closed;

    /** @param full is told when the database waits for room on its disk */
    EmbeddedDatabase(Payload payload, Folders folders, Runnable full) throws IOException {
        this.payload = payload;
        this.folders = folders;
        this.full = full;
        this.secrets = new Secrets(folders.secrets());
        this.port = PortCheck.free();
        this.application = new Credentials(DatabaseSetup.APPLICATION, secrets.password(DatabaseSetup.APPLICATION));
    }

    /** No encryption to ask for on the loopback address: that saves each connection a round trip. */
    @Override
    public String url() {
        return EmbeddedPostgres.url(port, DatabaseSetup.DATABASE) + "?sslmode=disable";
    }

    @Override
    public Credentials application() {
        return application;
    }

    @Override
    public void open(Consumer<StartRefusal> lost) throws IOException, InterruptedException {
        EmbeddedPostgres server = create();
        server.start();
        server.supervise(lost, full);
        Schema schema = new Schema(payload);
        Credentials owner = new Credentials(DatabaseSetup.OWNER, secrets.password(DatabaseSetup.OWNER));
        if (schema.isCurrent(url(), owner)) {
            return;
        }
        try {
            new DatabaseSetup(port, secrets).run();
        } catch (SQLException failure) {
            throw new StartRefusal(failure, StartError.DATABASE_FAILED, OneLine.of(failure));
        }
        schema.migrate(url(), owner, folders);
    }

    @Override
    public void close() {
        EmbeddedPostgres server;
        synchronized (this) {
            closed = true;
            server = postgres;
        }
        if (server != null) {
            server.stop();
        }
    }

    private EmbeddedPostgres create() throws IOException {
        PostgresPrograms programs = PostgresPrograms.prepare(payload, folders);
        synchronized (this) {
            if (closed) {
                throw new IOException("Closed");
            }
            EmbeddedPostgres server = new EmbeddedPostgres(programs, folders, secrets, port);
            postgres = server;
            return server;
        }
    }
}
