package org.sekisho.domain.assurance.control;

import java.util.Comparator;

/**
 * Where a guideline asks for what a control does.
 *
 * @param scheme the guideline, as a token: one of {@link Schemes}, or another that the catalogue brings along
 * @param reference the place in it, as the guideline itself names it
 */
public record Mapping(String scheme, String reference) implements Comparable<Mapping> {

    /** The most characters of a scheme. */
    public static final int SCHEME_LIMIT = 40;
    /** The most characters of a reference. */
    public static final int REFERENCE_LIMIT = 200;

    /** The guidelines that pages know by name. */
    public static final class Schemes {
        /** The guideline on cybersecurity in the financial sector of the Financial Services Agency, October 2024. */
        public static final String FSA_2024 = "FSA_2024";
        /** FISC Security Guidelines, by the number of the practice. */
        public static final String FISC = "FISC";
        /** The nine measures of May 2026. */
        public static final String NINE_MEASURES_2026 = "NINE_MEASURES_2026";
        /** The trust services criteria of the AICPA, by number. */
        public static final String SOC_2 = "SOC_2";

        private Schemes() {}
    }

    private static final Comparator<Mapping> ORDER =
            Comparator.comparing(Mapping::scheme).thenComparing(Mapping::reference);

    @Override
    public int compareTo(Mapping other) {
        return ORDER.compare(this, other);
    }
}
