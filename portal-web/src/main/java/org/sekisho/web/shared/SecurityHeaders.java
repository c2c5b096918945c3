package org.sekisho.web.shared;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.sekisho.domain.shared.Settings;

/**
 * Headers that every answer carries. The policy for scripts of pages comes from PrimeFaces, which knows the nonce of the page, so
 * here it is left open for pages and closed for everything else; policies add up, and the strictest counts.
 */
public class SecurityHeaders implements Filter {

    private static final String SHARED_POLICY =
            "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; media-src 'none'; manifest-src 'self'; worker-src 'none'; "
                    + "frame-src 'none'; style-src 'self'";
    private static final String CLOSED = "; default-src 'none'; script-src 'self'";
    /** Under these nothing is a page. */
    private static final List<String> NO_PAGES = List.of("/api/", "/trail/", "/calendar/");

    private static final String TWO_YEARS = "max-age=63072000; includeSubDomains";

    @Inject
    private Settings settings;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        String path = http.getRequestURI();
        boolean resource = path.startsWith("/jakarta.faces.resource/");
        boolean page = !resource && NO_PAGES.stream().noneMatch(path::startsWith);
        answer.setHeader("Content-Security-Policy", page ? SHARED_POLICY : SHARED_POLICY + CLOSED);
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("Referrer-Policy", "same-origin");
        answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        answer.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        answer.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        if (settings.secure()) {
            answer.setHeader("Strict-Transport-Security", TWO_YEARS);
        }
        if (!resource) {
            answer.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, settings.secure() ? new SecureCookies(answer) : answer);
    }
}
