package org.sekisho.domain.assurance.finding;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.sekisho.domain.shared.Checks;

/** What a finding says: for each part its text, the optional ones possibly empty. It is kept sealed. */
public record FindingWords(Map<Part, String> parts) {

    /** The parts of a finding, as internal auditors divide it. */
    public enum Part {
        TITLE(200, true),
        /** What is. */
        CONDITION(4_000, true),
        /** What should be, and where that is laid down. */
        CRITERION(2_000, true),
        /** Why it is so. */
        CAUSE(2_000, false),
        /** What follows from it. */
        CONSEQUENCE(2_000, false),
        /** What the auditors recommend. */
        RECOMMENDATION(4_000, true);

        private final int limit;
        private final boolean required;

        Part(int limit, boolean required) {
            this.limit = limit;
            this.required = required;
        }

        /** The most characters. */
        public int limit() {
            return limit;
        }

        public boolean isRequired() {
            return required;
        }

        /** The field of forms and the interface. */
        public String field() {
            return switch (this) {
                case TITLE -> "title";
                case CONDITION -> "condition";
                case CRITERION -> "criterion";
                case CAUSE -> "cause";
                case CONSEQUENCE -> "consequence";
                case RECOMMENDATION -> "recommendation";
            };
        }
    }

    public FindingWords {
        Map<Part, String> checked = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            String text = parts.get(part);
            checked.put(
                    part,
                    part.isRequired()
                            ? Checks.requireText(text, part.field(), part.limit())
                            : Checks.optionalText(text, part.field(), part.limit()));
        }
        parts = checked;
    }

    /** A part's text; empty where an optional one isn't given. */
    public String of(Part part) {
        return Objects.requireNonNull(parts.get(part));
    }
}
