package org.sekisho.web.shared;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload2.core.ParameterParser;

/**
 * What stands above one part of a form (RFC 7578 section 4.2).
 *
 * @param fileName empty text where the form has a field for a file and none was chosen
 * @param headers by their names in lower case
 */
record PartHead(String name, Optional<String> fileName, Map<String, String> headers) {

    static final String CONTENT_DISPOSITION = "content-disposition";

    static PartHead read(String lines) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : lines.split("\r\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        ParameterParser parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        Map<String, String> about = parser.parse(headers.getOrDefault(CONTENT_DISPOSITION, ""), ';');
        String name = about.get("name");
        if (!about.containsKey("form-data") || name == null) {
            throw new IOException("A part of a form without a name");
        }
        Optional<String> fileName =
                about.containsKey("filename") ? Optional.of(FormValues.text(about.get("filename"))) : Optional.empty();
        return new PartHead(name, fileName, headers);
    }
}
