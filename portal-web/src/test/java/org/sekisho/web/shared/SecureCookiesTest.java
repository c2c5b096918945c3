package org.sekisho.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cookies of an answer that is reached by https. */
class SecureCookiesTest {

    @Test
    void aCookieThatALibraryAddsIsSecureToo() {
        List<Cookie> added = new ArrayList<>();
        HttpServletResponse response = (HttpServletResponse) Proxy.newProxyInstance(
                SecureCookiesTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, given) -> {
                    assertEquals("addCookie", method.getName());
                    added.add((Cookie) given[0]);
                    return null;
                });
        new SecureCookies(response).addCookie(new Cookie("csfcfc", "flash"));
        assertEquals(1, added.size());
        assertTrue(added.get(0).getSecure());
    }
}
