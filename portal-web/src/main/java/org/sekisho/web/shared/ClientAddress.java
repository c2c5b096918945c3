package org.sekisho.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.sekisho.domain.shared.Settings;

/** The client's address: the peer's, or what trusted proxies say of it. */
final class ClientAddress {

    private ClientAddress() {}

    /**
     * Walks X-Forwarded-For from its end over trusted proxies; the first address that isn't one is the client's. Several lines are one list
     * (RFC 9110, section 5.3): a proxy may add a line of its own behind that of whoever called it.
     */
    static String of(HttpServletRequest request, Settings settings) {
        String address = request.getRemoteAddr();
        String[] hops = String.join(",", Collections.list(request.getHeaders("X-Forwarded-For")))
                .split(",");
        for (int i = hops.length - 1; i >= 0 && settings.trusts(address); i--) {
            String hop = hops[i].strip();
            address = hop.isEmpty() ? address : hop;
        }
        return address;
    }
}
