package org.sekisho.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import org.sekisho.domain.shared.Settings;

/** The client's address: the peer's, or what trusted proxies say of it. */
final class ClientAddress {

    private ClientAddress() {}

    /** Walks X-Forwarded-For from its end over trusted proxies; the first address that isn't one is the client's. */
    static String of(HttpServletRequest request, Settings settings) {
        String address = request.getRemoteAddr();
        String forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded == null) {
            return address;
        }
        String[] hops = forwarded.split(",");
        for (int i = hops.length - 1; i >= 0 && settings.trusts(address); i--) {
            address = hops[i].strip();
        }
        return address;
    }
}
