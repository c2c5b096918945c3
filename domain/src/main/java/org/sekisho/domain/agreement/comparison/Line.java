package org.sekisho.domain.agreement.comparison;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of an article on one side of the table.
 *
 * @param label the number of the paragraph or item, empty where there is none; a number that moved is no change of the text
 * @param spans the text in pieces
 */
public record Line(String label, List<Span> spans) {

    public Line {
        spans = List.copyOf(spans);
    }

    /** The text in one piece. */
    public String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }
}
