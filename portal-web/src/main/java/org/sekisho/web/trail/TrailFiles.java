package org.sekisho.web.trail;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.sekisho.domain.shared.ErrorCode;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.ejb.trail.TrailLogService;
import org.sekisho.proof.log.Tile;

/**
 * The log over the trail as C2SP tlog-tiles lays it out: the checkpoint and the tiles for everybody, bundles of entries for whoever may read
 * all that is in them; beside them the public key.
 */
@WebServlet(urlPatterns = {TrailFiles.CHECKPOINT, TrailFiles.KEY, TrailFiles.TILES + "/*"})
public class TrailFiles extends HttpServlet {

    static final String CHECKPOINT = "/trail/checkpoint";
    static final String KEY = "/trail/key.pem";
    static final String TILES = "/trail/tile";

    private static final String CACHE = "Cache-Control";
    private static final String BYTES = "application/octet-stream";

    private static final long serialVersionUID = 1L;

    @Inject
    private transient TrailLogService log;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            switch (request.getServletPath()) {
                case CHECKPOINT -> send(response, "text/plain; charset=utf-8", log.checkpoint());
                case KEY -> send(
                        response,
                        "application/x-pem-file",
                        log.state().key().pem().getBytes(StandardCharsets.US_ASCII));
                default -> tile(request.getServletPath() + request.getPathInfo(), response);
            }
        } catch (Refusal refusal) {
            response.sendError(status(refusal.code()));
        }
    }

    private void tile(String path, HttpServletResponse response) throws IOException {
        Optional<Tile> tile = Tile.parse(path.substring("/trail/".length()));
        if (tile.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (path.startsWith(TILES + "/entries/")) {
            send(response, BYTES, log.entries(tile.get()));
        } else {
            byte[] hashes = log.tile(tile.get());
            // What was served once never changes.
            response.setHeader(CACHE, "public, max-age=31536000, immutable");
            send(response, BYTES, hashes);
        }
    }

    private static void send(HttpServletResponse response, String type, byte[] bytes) throws IOException {
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** Whether there are entries is no business of whoever may not read them. */
    private static int status(ErrorCode code) {
        return code.kind() == ErrorCode.Kind.UNAVAILABLE
                ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
                : HttpServletResponse.SC_NOT_FOUND;
    }
}
