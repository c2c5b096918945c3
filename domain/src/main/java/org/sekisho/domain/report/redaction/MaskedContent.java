package org.sekisho.domain.report.redaction;

import java.util.List;
import org.sekisho.domain.report.ReportContent;

/**
 * A content as one audience reads it.
 *
 * @param passages what stands behind each mask, in the order of their numbers
 */
public record MaskedContent(ReportContent content, List<MaskedPassage> passages) {

    public MaskedContent {
        passages = List.copyOf(passages);
    }
}
