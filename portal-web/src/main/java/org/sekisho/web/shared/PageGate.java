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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Sends whoever isn't signed in to the sign-in page, and back afterwards to where they wanted to go. It is a convenience: what a
 * person may do is decided by each use case.
 */
public class PageGate implements Filter {

    private static final Set<String> OPEN_TO_ALL = Set.of(
            "/sign-in",
            "/one-time-link",
            "/first-administrator",
            "/not-found",
            "/not-permitted",
            "/not-taken",
            "/failure",
            "/keys");

    @Inject
    private Me me;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        if (!isPage(http.getRequestURI()) || isOpen(http.getRequestURI())) {
            chain.doFilter(request, response);
        } else if (!me.isSignedIn()) {
            answer.sendRedirect(signIn(http));
        } else if (me.isSecondFactorMissing() && !http.getRequestURI().startsWith("/account")) {
            answer.sendRedirect("/account");
        } else {
            chain.doFilter(request, response);
        }
    }

    /** The sign-in page, with the way back; where a form was sent, it says that nothing of it was kept. */
    static String signIn(HttpServletRequest request) {
        String query = request.getQueryString();
        String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
        if (wanted.equals("/")) {
            return "/sign-in";
        }
        String back = "then=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
        return "/sign-in?" + ("GET".equals(request.getMethod()) ? "" : Notices.LAPSED + "=1&") + back;
    }

    private static boolean isPage(String path) {
        return !path.startsWith("/jakarta.faces.resource/")
                && !path.startsWith("/api/")
                && !path.startsWith("/trail/")
                && !path.startsWith("/health")
                && !path.startsWith("/openapi")
                && !path.startsWith("/resources/")
                && !path.equals("/favicon.ico");
    }

    /** Whether whoever isn't signed in may open it. */
    static boolean isOpen(String path) {
        String page = path.endsWith(".xhtml") ? path.substring(0, path.length() - ".xhtml".length()) : path;
        return OPEN_TO_ALL.contains(page);
    }
}
