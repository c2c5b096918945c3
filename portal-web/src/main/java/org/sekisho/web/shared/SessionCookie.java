package org.sekisho.web.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.sekisho.domain.party.signin.Tokens;
import org.sekisho.domain.shared.Settings;

/**
 * The cookie that names the sign-in session. With https it has the {@code __Host-} prefix, which ties it to this host and to
 * https; without, as on a first try at localhost, it can't have it.
 */
@ApplicationScoped
public class SessionCookie {

    private static final String BARE_NAME = "sekisho-session";

    @Inject
    private Settings settings;

    /** SHA-256 of the token that the request's cookie holds: what the database knows of it. */
    public Optional<byte[]> hash(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (name().equals(cookie.getName()) && !cookie.getValue().isEmpty()) {
                return Optional.of(hashOf(cookie.getValue()));
            }
        }
        return Optional.empty();
    }

    /** SHA-256 of a token as it was handed out. */
    public static byte[] hashOf(String token) {
        return Tokens.hash(token);
    }

    /** Begins somebody's session in this browser: of what the server kept for whoever used it before, nothing is left. */
    public void begin(ExternalContext external, String token) {
        external.invalidateSession();
        response(external).addCookie(cookie(token));
    }

    /** Goes on with a new token, when what the session may do changes; the server's own session gets another name too. */
    public void renew(ExternalContext external, String token) {
        ((HttpServletRequest) external.getRequest()).changeSessionId();
        response(external).addCookie(cookie(token));
    }

    /** Ends it in this browser, with all that the server kept for it. */
    public void end(ExternalContext external) {
        external.invalidateSession();
        clear(response(external));
    }

    private void clear(HttpServletResponse response) {
        Cookie cookie = cookie("");
        cookie.setMaxAge(0);
        response.addCookie(cookie);
    }

    private static HttpServletResponse response(ExternalContext external) {
        return (HttpServletResponse) external.getResponse();
    }

    private Cookie cookie(String value) {
        return cookie(value, settings.secure());
    }

    /** @param secure whether the portal is reached by https */
    static Cookie cookie(String value, boolean secure) {
        Cookie cookie = new Cookie(name(secure), value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        // Lax, not Strict: links in mails lead to the page and not to the sign-in form.
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private String name() {
        return name(settings.secure());
    }

    private static String name(boolean secure) {
        return secure ? "__Host-" + BARE_NAME : BARE_NAME;
    }
}
