package org.sekisho.web.shared;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Sends a form whose files are larger than any use case takes back to its page, which says so. Further on, the container would refuse
 * it with an error that tells nobody anything.
 */
public class UploadLimit implements Filter {

    /** The parameter of a page whose form was too large. */
    static final String TOO_LARGE = "toolarge";
    /** As in web.xml. */
    private static final long MOST_BYTES = 2_148_532_224L;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getContentLengthLong() <= MOST_BYTES) {
            chain.doFilter(request, response);
            return;
        }
        HttpServletRequest http = (HttpServletRequest) request;
        String query = http.getQueryString();
        ((HttpServletResponse) response)
                .sendRedirect(http.getRequestURI() + "?" + (query == null ? "" : query + "&") + TOO_LARGE + "=1");
    }
}
