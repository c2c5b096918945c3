package org.sekisho.domain.agreement.comparison;

import java.util.List;

/**
 * One article in the table.
 *
 * @param key the same in all versions and languages
 * @param label as it is in the later version, or was where it is gone
 * @param heading likewise
 */
public record ArticleDifference(String key, String label, String heading, Change change, List<LinePair> lines) {

    public ArticleDifference {
        lines = List.copyOf(lines);
    }
}
