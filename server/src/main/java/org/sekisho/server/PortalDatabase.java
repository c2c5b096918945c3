package org.sekisho.server;

import java.io.IOException;
import java.util.function.Consumer;
import org.sekisho.server.ExternalDatabase.Credentials;

/** The database the portal works on. Address and role are known at once, so that the server boots while the database opens. */
interface PortalDatabase {

    /** The JDBC address. */
    String url();

    /** The portal's role. */
    Credentials application();

    /**
     * Makes the database usable for the portal; migrations are in when this returns.
     *
     * @param lost told once, when a database that was open can't be kept open
     * @throws StartRefusal when the portal can't work on it
     */
    void open(Consumer<StartRefusal> lost) throws IOException, InterruptedException;

    /** Ends what was opened, also in the midst of opening. May be called more than once. */
    void close();
}
