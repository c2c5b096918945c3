package org.sekisho.server;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The host and database that a JDBC address names. User and password have variables of their own: in the address they would
 * outrank them, and the portal's role and the owner's could be mixed up.
 *
 * @param host host and port, as they stand in the address
 * @param database name of the database
 */
record DatabaseAddress(String host, String database) {

    private static final Pattern SHAPE = Pattern.compile("jdbc:postgresql://([^/?#@\\s]+)/([^/?#\\s]+)(\\?[^#\\s]*)?");
    private static final Pattern CREDENTIALS = Pattern.compile("[?&](?i:user|password)=");

    /** @throws StartRefusal when the address isn't one of PostgreSQL's, or holds a user or password */
    static DatabaseAddress of(String url) {
        Matcher parts = SHAPE.matcher(url);
        if (!parts.matches() || CREDENTIALS.matcher(url).find()) {
            throw new StartRefusal(StartError.DB_URL_INVALID);
        }
        return new DatabaseAddress(parts.group(1), parts.group(2));
    }
}
