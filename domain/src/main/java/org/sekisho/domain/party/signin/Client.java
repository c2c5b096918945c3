package org.sekisho.domain.party.signin;

import org.jspecify.annotations.Nullable;

/**
 * From where somebody signs in, as the person and their administrator see it in the list of sessions.
 *
 * @param address the client's address, behind trusted proxies the one that they report
 * @param userAgent what the browser calls itself, shortened and without control characters
 */
public record Client(String address, String userAgent) {

    public Client {
        userAgent = clean(userAgent);
    }

    /** @param userAgent the header, which may be missing */
    public static Client of(String address, @Nullable String userAgent) {
        return new Client(address, userAgent == null ? "" : userAgent);
    }

    private static String clean(String text) {
        String printable = text.replaceAll("\\p{C}", "").strip();
        return printable.length() <= LoginSession.USER_AGENT_LIMIT
                ? printable
                : printable.substring(0, LoginSession.USER_AGENT_LIMIT);
    }
}
