package org.sekisho.web.shared;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.sekisho.domain.party.signin.SessionKind;
import org.sekisho.domain.shared.Settings;
import org.sekisho.ejb.shared.Caller;

/**
 * Binds the caller to the thread for one request, and clears it again. Pages are called with the cookie, REST with the bearer
 * token only: a cookie that a browser adds by itself opens nothing under {@code /api/}, and neither opens the other's door when it
 * is handed in there.
 */
public class RequestCaller implements Filter {

    private static final String BEARER = "Bearer ";

    @Inject
    private SessionCookie cookie;

    @Inject
    private Settings settings;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        http.setCharacterEncoding("UTF-8");
        boolean api = http.getRequestURI().startsWith("/api/");
        Optional<byte[]> session = api ? bearer(http) : cookie.hash(http);
        Caller caller = Caller.request(session, ClientAddress.of(http, settings));
        Caller.Binding binding = Caller.bind(caller.by(api ? SessionKind.API : SessionKind.PAGE));
        try {
            chain.doFilter(request, response);
        } finally {
            binding.close();
        }
    }

    private static Optional<byte[]> bearer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        return Optional.of(
                SessionCookie.hashOf(header.substring(BEARER.length()).strip()));
    }
}
