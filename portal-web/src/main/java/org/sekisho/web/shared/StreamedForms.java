package org.sekisho.web.shared;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Hands pages the file of a form as it comes in. The container would first write it to its temporary folder, where everybody who
 * reads the disk could read it. A form that is larger than anything that is taken goes back to its page, which says so.
 */
public class StreamedForms implements Filter {

    /** The parameter of a page whose form was too large. */
    static final String TOO_LARGE = "toolarge";

    /** For use cases that ask how large a file is said to be: nothing is said of the file alone. */
    public static final long SIZE_UNKNOWN = -1;

    /** The largest length that the container's own limit in web.xml, which keeps it from reading forms, recognises. */
    private static final long MOST_BYTES = Integer.MAX_VALUE;

    private static final Logger LOG = Logger.getLogger(StreamedForms.class.getName());

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        String contentType = FormValues.text(http.getContentType());
        if (!contentType.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            chain.doFilter(request, response);
        } else if (http.getContentLengthLong() > MOST_BYTES) {
            String query = http.getQueryString();
            answer.sendRedirect(http.getRequestURI() + "?" + (query == null ? "" : query + "&") + TOO_LARGE + "=1");
        } else if (http.getContentLengthLong() <= 0) {
            // Or the page of errors, which asks for parameters, would have it read after all.
            keepContainerAway(http);
            answer.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else {
            stream(http, answer, contentType, chain);
        }
    }

    private static void stream(
            HttpServletRequest request, HttpServletResponse answer, String contentType, FilterChain chain)
            throws IOException, ServletException {
        keepContainerAway(request);
        StreamedForm form;
        try {
            form = StreamedForm.read(contentType, request.getInputStream(), request.getContentLengthLong());
        } catch (IOException malformed) {
            LOG.log(Level.FINE, "A form can't be read", malformed);
            answer.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        chain.doFilter(new StreamedRequest(request, form), answer);
        form.drain();
    }

    /**
     * Lets the container try to read the form, once. It refuses, because web.xml allows it no byte, and from then on takes the form for
     * read: whoever holds the request unwrapped, as injection does, gets the parameters of the address and leaves the body alone.
     */
    private static void keepContainerAway(HttpServletRequest request) {
        try {
            request.getParameterMap();
        } catch (RuntimeException refused) {
            LOG.log(Level.FINEST, "The container refuses the form", refused);
        }
    }
}
