package org.sekisho.web.shared;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client says it has already (RFC 9110, section 13.1.2). */
public final class EntityTags {

    /** A tag in quotes, which may hold commas; the mark of a weak one stands before it and makes no difference here. */
    private static final Pattern TAG = Pattern.compile("\"[^\"]*\"");

    private EntityTags() {}

    /**
     * Whether one of the tags is this one.
     *
     * @param fields the values of the If-None-Match fields
     * @param tag in its quotes
     */
    public static boolean names(List<String> fields, String tag) {
        for (String field : fields) {
            if (field.strip().equals("*")) {
                return true;
            }
            for (Matcher named = TAG.matcher(field); named.find(); ) {
                if (named.group().equals(tag)) {
                    return true;
                }
            }
        }
        return false;
    }
}
