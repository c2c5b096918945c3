package org.sekisho.web.api;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads what is left of a request before it is answered, as far as that is little. A refusal needs no body to be read; but an answer that
 * overtakes the body makes the server reset the stream of HTTP/2 on a client that still sends, and the client then sees an error of the
 * connection in place of the refusal (RFC 9113, section 8.1, asks for a reset without error).
 */
@Provider
public class UnreadBodies implements ContainerResponseFilter {

    private static final Logger LOG = Logger.getLogger(UnreadBodies.class.getName());

    /** Nobody's gigabytes are read only to be refused. */
    private static final int MOST_BYTES = 1024 * 1024;

    private static final int BUFFER = 8 * 1024;
    private static final Set<String> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (WITHOUT_BODY.contains(request.getMethod())) {
            return;
        }
        try {
            InputStream rest = request.getEntityStream();
            byte[] buffer = new byte[BUFFER];
            int read = 0;
            int last = 0;
            while (last >= 0 && read < MOST_BYTES) {
                read += last;
                last = rest.read(buffer);
            }
        } catch (IOException | IllegalStateException broken) {
            // Whoever read it has closed it, or the client has gone.
            LOG.log(Level.FINE, "Nothing is left of the request", broken);
        }
    }
}
