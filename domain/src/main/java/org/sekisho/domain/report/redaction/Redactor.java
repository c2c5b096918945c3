package org.sekisho.domain.report.redaction;

import java.util.List;

/** Finds what isn't for everybody, by a published set of rules. It finds what the rules know, and nothing else: marks of authors add to it. */
public interface Redactor {

    /** In the order of the text; passages may overlap. Takes time that grows no faster than the text. */
    List<Passage> find(String text);
}
