package org.sekisho.web.shared;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
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

    /** As much of a form without a file as the container reads. What may be longer, a page sends in parts, each as it is. */
    private static final int MOST_ENCODED_BYTES = 2 * 1024 * 1024;

    /** What all fields of a form in parts may hold together: more than the longest report. */
    private static final int MOST_FIELD_BYTES = 16 * 1024 * 1024;

    /** Likewise, of whoever isn't signed in: nothing that they may say is long. */
    private static final int MOST_FIELD_BYTES_OF_STRANGERS = 64 * 1024;

    /** How much of what isn't taken is read past, so that the sender sees the answer. */
    private static final long MOST_BYTES_READ_PAST = 64L * 1024 * 1024;

    private static final Logger LOG = Logger.getLogger(StreamedForms.class.getName());

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        String contentType = FormValues.text(http.getContentType());
        String kind = contentType.toLowerCase(Locale.ROOT);
        boolean inParts = kind.startsWith("multipart/");
        long length = http.getContentLengthLong();
        if (!inParts && !kind.startsWith("application/x-www-form-urlencoded")) {
            chain.doFilter(request, response);
        } else if (length > (inParts ? MOST_BYTES : MOST_ENCODED_BYTES)) {
            backToItsPage(http, answer);
        } else if (length < 0 || inParts && length == 0) {
            // Or the page of errors, which asks for parameters, would have it read after all.
            keepContainerAway(http);
            answer.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else if (inParts) {
            stream(http, answer, contentType, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Which says that the form was too large. The container would answer as if the portal had failed. */
    private static void backToItsPage(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        if (request.getContentLengthLong() <= MOST_BYTES_READ_PAST) {
            request.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
        String query = request.getQueryString();
        answer.sendRedirect(request.getRequestURI() + "?" + (query == null ? "" : query + "&") + TOO_LARGE + "=1");
    }

    private static void stream(
            HttpServletRequest request, HttpServletResponse answer, String contentType, FilterChain chain)
            throws IOException, ServletException {
        keepContainerAway(request);
        StreamedForm form;
        try {
            form = StreamedForm.read(
                    contentType,
                    request.getInputStream(),
                    request.getContentLengthLong(),
                    PageGate.isOpen(request.getRequestURI()) ? MOST_FIELD_BYTES_OF_STRANGERS : MOST_FIELD_BYTES);
        } catch (StreamedForm.TooLarge tooLarge) {
            LOG.log(Level.FINE, "A form is too large", tooLarge);
            backToItsPage(request, answer);
            return;
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
