package org.sekisho.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where those are led who aren't signed in. */
class PageGateTest {

    @Test
    void aPageIsComeBackTo() {
        assertEquals("/sign-in?then=%2Faudit%3Fid%3D1", signIn("GET", "/audit", "id=1"));
        assertEquals("/sign-in", signIn("GET", "/", null));
    }

    @Test
    void whoSentAFormAfterTheSessionEndedIsToldSo() {
        assertEquals("/sign-in?lapsed=1&then=%2Ffreeze-declare", signIn("POST", "/freeze-declare", null));
    }

    private static String signIn(String method, String path, @Nullable String query) {
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                PageGateTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, given) -> switch (called.getName()) {
                    case "getMethod" -> method;
                    case "getRequestURI" -> path;
                    case "getQueryString" -> query;
                    default -> throw new UnsupportedOperationException(called.getName());
                });
        return PageGate.signIn(request);
    }
}
