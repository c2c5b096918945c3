package org.sekisho.web.assurance;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import org.sekisho.domain.assurance.calendar.ICalendar;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.Settings;
import org.sekisho.ejb.assurance.CalendarFeedService;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.web.shared.EntityTags;

/**
 * The audit calendar for calendar programs, which can't sign in: whoever holds the address reads as its person. An address that opens
 * nothing, for whatever reason, isn't there.
 */
@WebServlet(urlPatterns = CalendarFeedServlet.PATH + "/*")
public class CalendarFeedServlet extends HttpServlet {

    static final String PATH = "/calendar";

    private static final String SUFFIX = ".ics";
    private static final int TOO_MANY_REQUESTS = 429;

    private static final long serialVersionUID = 1L;

    @Inject
    private transient CalendarFeedService feeds;

    @Inject
    private transient Settings settings;

    /** The address of a feed, from the root of the portal on. */
    static String path(String token) {
        return PATH + "/" + token + SUFFIX;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> token = token(request);
        if (token.isEmpty()) {
            end(response, HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            send(request, response, new CalendarFile(settings.publicUrl()).of(feeds.readFeed(token.get())));
        } catch (Refusal refusal) {
            refuse(response, refusal);
        }
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getPathInfo())
                .filter(path -> path.endsWith(SUFFIX) && path.indexOf('/', 1) < 0)
                .map(path -> path.substring(1, path.length() - SUFFIX.length()))
                .filter(token -> !token.isEmpty());
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, byte[] calendar)
            throws IOException {
        String tag = '"' + Sha256.hex(calendar) + '"';
        response.setHeader("ETag", tag);
        // Kept by nobody but the reader's program, which asks again each time: the address may have been revoked.
        response.setHeader("Cache-Control", "private, no-cache");
        if (EntityTags.names(Collections.list(request.getHeaders("If-None-Match")), tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(ICalendar.MEDIA_TYPE);
        response.setContentLength(calendar.length);
        response.getOutputStream().write(calendar);
    }

    /** Without the page that people are shown: a program asks, and the answer takes as long whatever the reason. */
    private static void refuse(HttpServletResponse response, Refusal refusal) throws IOException {
        switch (refusal.code().kind()) {
            case LIMITED -> {
                Optional.ofNullable(refusal.parameters().get("seconds"))
                        .ifPresent(seconds -> response.setHeader("Retry-After", seconds.toString()));
                end(response, TOO_MANY_REQUESTS);
            }
            case UNAVAILABLE -> end(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            case NOT_FOUND, FORBIDDEN, UNAUTHENTICATED, INVALID, CONFLICT -> end(
                    response, HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** Sent before the container puts a page of its own there, which says what it is. */
    private static void end(HttpServletResponse response, int status) throws IOException {
        response.setStatus(status);
        response.setContentLength(0);
        response.flushBuffer();
    }
}
