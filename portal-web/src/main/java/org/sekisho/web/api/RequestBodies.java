package org.sekisho.web.api;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.provisioning.ImportFile;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.proof.hash.Sha256;

/**
 * Bounds what comes in before it is read, and takes the Idempotency-Key of a POST with the hash of its query and body. A body that
 * arrives under a key is held in memory for that, unless it is a file that is taken in while it comes.
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class RequestBodies implements ContainerRequestFilter {

    /** The most bytes of a document in JSON. */
    static final int MOST_JSON = 1024 * 1024;
    /** The most bytes of anything that comes under an Idempotency-Key. */
    static final int MOST_KEYED = ImportFile.MOST_BYTES + 1;

    private static final String HEADER = "Idempotency-Key";
    private static final String SESSION = "session";
    /** Visible ASCII, as the draft of the header has it; 200 characters at most. */
    private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");

    @Inject
    private Once once;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        @Nullable MediaType type = request.getMediaType();
        boolean json = type != null && "json".equals(type.getSubtype());
        @Nullable String key = request.getHeaderString(HEADER);
        boolean keyed = key != null
                && HttpMethod.POST.equals(request.getMethod())
                && !SESSION.equals(request.getUriInfo().getPath());
        if (isStreamed(request)) {
            if (keyed) {
                use(request, key, new byte[0]);
            }
            return;
        }
        if (!json && !keyed) {
            return;
        }
        int most = json ? MOST_JSON : MOST_KEYED;
        byte[] body = request.getEntityStream().readNBytes(most + 1);
        Checks.check(body.length <= most || !json, SharedError.TOO_LARGE, Map.of("limit", most));
        request.setEntityStream(new ByteArrayInputStream(body));
        if (keyed) {
            use(request, key, body);
        }
    }

    /** Files are taken in while they come; their resource says what they were. */
    private static boolean isStreamed(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return HttpMethod.POST.equals(request.getMethod())
                && (path.equals(ReportImportsResource.STREAMED) || path.startsWith(ExploitationResource.STREAMED));
    }

    private void use(ContainerRequestContext request, String key, byte[] body) {
        if (!KEY.matcher(key).matches()) {
            throw Refusal.of(SharedError.MALFORMED, "field", HEADER);
        }
        String operation = request.getMethod() + " " + request.getUriInfo().getPath();
        once.use(new Once.Key(key, operation, hash(request, body)));
    }

    private static String hash(ContainerRequestContext request, byte[] body) {
        String query = String.valueOf(request.getUriInfo().getRequestUri().getRawQuery());
        byte[] head = (query + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return Sha256.hex(all);
    }
}
