package org.sekisho.domain.report.severity;

import java.util.Optional;
import java.util.regex.Pattern;

/** The number of a published flaw: {@code CVE-2024-3094}. */
public record CveId(String value) implements Comparable<CveId> {

    /** As the CVE Record Format has it. */
    private static final Pattern FORM = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,19}");

    public CveId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the number of a CVE record: " + value);
        }
    }

    /** The number, if the text is one. */
    public static Optional<CveId> find(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new CveId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(CveId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
