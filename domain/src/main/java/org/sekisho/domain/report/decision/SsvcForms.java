package org.sekisho.domain.report.decision;

import java.util.regex.Pattern;

/**
 * How namespaces, keys and versions are written by CERT/CC's schemas of version 2.0.0. Every form is written so that a text can match it in one
 * way only: a file from elsewhere can't make the search long.
 */
final class SsvcForms {

    /** The most characters: the schema's for namespaces, and ours for keys and versions, for which it has none. */
    static final int MOST = 1_000;

    /** Letters, digits and underscores inside; {@code T*} is an old key that is kept. */
    static final Pattern KEY = Pattern.compile("[a-zA-Z0-9](?:[a-zA-Z0-9_]*[a-zA-Z0-9])?|T\\*");

    private static final String NUMBER = "(?:0|[1-9][0-9]*)";
    private static final String IDENTIFIER = "(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)";

    /** Semantic versions 2.0.0, sections 2, 9 and 10. */
    static final Pattern VERSION = Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER + "(?:-" + IDENTIFIER
            + "(?:\\." + IDENTIFIER + ")*)?(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?");

    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final String DOMAIN = LABEL + "(?:\\." + LABEL + ")+";
    private static final String FRAGMENT = "#[a-z0-9]+(?:[.-][a-z0-9]+)*";

    /** RFC 5646, section 2.1: language, script, region, variants, extensions, private use; and two of the old tags. */
    private static final String LANGUAGE = "(?:(?:[a-zA-Z]{2,3}(?:-[a-zA-Z]{3}){0,3}|[a-zA-Z]{4,8})(?:-[a-zA-Z]{4})?"
            + "(?:-(?:[a-zA-Z]{2}|[0-9]{3}))?(?:-(?:[a-zA-Z0-9]{5,8}|[0-9][a-zA-Z0-9]{3}))*"
            + "(?:-[0-9A-WY-Za-wy-z](?:-[a-zA-Z0-9]{2,8})+)*(?:-[xX](?:-[a-zA-Z0-9]{2,8})+)?"
            + "|[xX](?:-[a-zA-Z0-9]{2,8})+|i-default|i-mingo)";

    /** A domain turned round where it is somebody's own, which needs a fragment; else a registered name. */
    private static final String BASE =
            "(?:x_" + DOMAIN + FRAGMENT + "|[a-z][a-z0-9]+(?:[.-][a-z0-9]+)*(?:" + FRAGMENT + ")?)";

    /** What somebody made of it: in another language, with other parts, or both. */
    private static final String EXTENSION = "/(?:" + LANGUAGE + "|\\." + DOMAIN + FRAGMENT + "|(?:\\." + DOMAIN + "|"
            + DOMAIN + FRAGMENT + ")\\$" + LANGUAGE + ")";

    /** The first segment of an extension is a language, or empty. */
    static final Pattern NAMESPACE =
            Pattern.compile("(?=.{3})" + BASE + "(?:/(?:" + LANGUAGE + ")?(?:" + EXTENSION + ")*)?");

    private SsvcForms() {}
}
