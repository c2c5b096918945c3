package org.sekisho.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.shared.Settings;

/** Whom throttling and the record of sessions take a request for. */
class ClientAddressTest {

    private static final String PROXY = "10.0.0.2";
    private static final String STRANGER = "203.0.113.9";

    @Test
    void withoutAProxyThePeerIsTheClientWhateverItSays() {
        assertEquals(STRANGER, of(STRANGER, List.of("198.51.100.1")));
    }

    @Test
    void behindAProxyTheLastAddressThatIsNoProxyIsTheClient() {
        assertEquals(STRANGER, of(PROXY, List.of("198.51.100.1, " + STRANGER + ", 10.0.0.3")));
        assertEquals(PROXY, of(PROXY, List.of()));
        assertEquals(PROXY, of(PROXY, List.of("")));
    }

    @Test
    void aLineThatAProxyAddsCountsAndNotTheOneThatWasSentToIt() {
        assertEquals(STRANGER, of(PROXY, List.of("198.51.100.1", STRANGER)));
    }

    private static String of(String peer, List<String> lines) {
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                ClientAddressTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "getRemoteAddr" -> peer;
                    case "getHeaders" -> Collections.enumeration(lines);
                    case "getHeader" -> lines.isEmpty() ? null : lines.get(0);
                    default -> throw new IllegalStateException(method.getName());
                });
        return ClientAddress.of(request, Settings.of(Map.of("SEKISHO_TRUSTED_PROXIES", "10.0.0.0/8")));
    }
}
