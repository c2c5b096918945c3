package org.sekisho.container;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Which templates offer lists as CSV, and how many each. */
final class CsvOffers {

    private static final Pattern OFFER = Pattern.compile("<s:filters[^>]*\\bcsv=\"|format=csv");

    private CsvOffers() {}

    static Map<String, Long> byTemplate() {
        Map<String, Long> offers = new TreeMap<>();
        ServletContext portal = CDI.current().select(ServletContext.class).get();
        collect(portal, "/", offers);
        return offers;
    }

    private static void collect(ServletContext portal, String folder, Map<String, Long> offers) {
        for (String path : portal.getResourcePaths(folder)) {
            if (path.endsWith("/")) {
                if (!path.equals("/WEB-INF/classes/") && !path.equals("/WEB-INF/lib/") && !path.equals("/resources/")) {
                    collect(portal, path, offers);
                }
            } else if (path.endsWith(".xhtml")) {
                long count = OFFER.matcher(text(portal, path)).results().count();
                if (count > 0) {
                    offers.put(path, count);
                }
            }
        }
    }

    private static String text(ServletContext portal, String path) {
        try (InputStream template = portal.getResourceAsStream(path)) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
