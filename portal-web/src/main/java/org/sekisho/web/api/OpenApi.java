package org.sekisho.web.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/**
 * The document of the REST interface (OpenAPI 3.0, YAML) as it was written. The server's own service would read it into objects at
 * each start, to write the same out again.
 */
public class OpenApi extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String DOCUMENT = "/META-INF/openapi.yaml";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (InputStream document = OpenApi.class.getResourceAsStream(DOCUMENT)) {
            if (document == null) {
                throw new IOException(DOCUMENT + " is missing");
            }
            response.setContentType("application/yaml;charset=UTF-8");
            response.setHeader("Cache-Control", "no-cache");
            document.transferTo(response.getOutputStream());
        }
    }
}
