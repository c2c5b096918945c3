package org.sekisho.web.shared;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Names browser and system of a user agent as far as that tells people anything. What it claims is not a proof of anything. */
public final class BrowserName {

    /** The first mark that is found counts: many browsers carry the marks of others. */
    private static final Map<String, String> BROWSERS = new LinkedHashMap<>();

    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        BROWSERS.put("Edg/", "Edge");
        BROWSERS.put("Firefox/", "Firefox");
        BROWSERS.put("Chrome/", "Chrome");
        BROWSERS.put("Safari/", "Safari");
        BROWSERS.put("curl/", "curl");
        BROWSERS.put("Java", "Java");
        BROWSERS.put("python", "Python");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("iPhone", "iOS");
        SYSTEMS.put("iPad", "iPadOS");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("Mac OS X", "macOS");
        SYSTEMS.put("Linux", "Linux");
    }

    private BrowserName() {}

    /** "Edge", where a known mark is found. */
    public static Optional<String> browser(String userAgent) {
        return first(BROWSERS, userAgent);
    }

    /** "Windows", where a known mark is found. */
    public static Optional<String> system(String userAgent) {
        return first(SYSTEMS, userAgent);
    }

    private static Optional<String> first(Map<String, String> marks, String userAgent) {
        return marks.entrySet().stream()
                .filter(mark -> userAgent.contains(mark.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
