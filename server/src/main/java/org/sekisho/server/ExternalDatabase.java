package org.sekisho.server;

import java.util.Optional;

/**
 * A PostgreSQL that somebody else runs.
 *
 * @param url JDBC address without user and password
 * @param application the portal's role, which owns nothing
 * @param owner the role that migrates; without it the command {@code migrate} ran before
 */
public record ExternalDatabase(String url, Credentials application, Optional<Credentials> owner) {

    /** How one role signs in. */
    public record Credentials(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }
}
