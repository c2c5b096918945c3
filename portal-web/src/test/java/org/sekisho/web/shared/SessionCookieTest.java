package org.sekisho.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

/** What the cookie of a session carries. */
class SessionCookieTest {

    /** A browser takes the prefix only together with Secure, the path of everything, and no domain (RFC 6265bis, section 4.1.3). */
    @Test
    void withHttpsItIsTiedToThisHost() {
        Cookie cookie = SessionCookie.cookie("token", true);
        assertEquals("__Host-sekisho-session", cookie.getName());
        assertTrue(cookie.getSecure());
        assertEquals("/", cookie.getPath());
        assertNull(cookie.getDomain());
        assertTrue(cookie.isHttpOnly());
        assertEquals("Lax", cookie.getAttribute("SameSite"));
        assertEquals(-1, cookie.getMaxAge(), "It ends with the browser");
    }

    @Test
    void withoutHttpsItHasNoPrefixThatABrowserWouldRefuse() {
        Cookie cookie = SessionCookie.cookie("token", false);
        assertEquals("sekisho-session", cookie.getName());
        assertFalse(cookie.getSecure());
        assertTrue(cookie.isHttpOnly());
    }
}
