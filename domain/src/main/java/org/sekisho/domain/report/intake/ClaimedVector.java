package org.sekisho.domain.report.intake;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sekisho.domain.report.severity.CvssScore;
import org.sekisho.domain.report.severity.CvssVector;
import org.sekisho.domain.shared.Refusal;

/**
 * A vector as the source gives it. Its score is computed; what the source states is only kept, to show where the two differ.
 *
 * @param text as it stands in the source; the name of a score that comes without a vector
 * @param stated the score that the source states
 * @param computed the score; none where the vector is bad, or of a version that isn't computed
 * @param problem the code of what is wrong with the vector; empty where it has a score, or is none
 * @param contradicted whether the source states a score that is neither the vector's nor that of its base metrics
 */
public record ClaimedVector(
        String text, Optional<CvssScore> stated, Optional<CvssScore> computed, String problem, boolean contradicted) {

    private static final int LIMIT = 300;

    /** Thousands of findings share few vectors: version 3.1 has 2,592 of base metrics alone. */
    private static final int KNOWN_LIMIT = 4_096;

    private static final Map<String, Scored> KNOWN = new ConcurrentHashMap<>();

    /** A vector of the source. */
    public static ClaimedVector of(String text, Optional<CvssScore> stated) {
        Scored scored = KNOWN.get(text);
        if (scored == null) {
            scored = Scored.of(text);
            if (KNOWN.size() < KNOWN_LIMIT && text.length() <= LIMIT) {
                KNOWN.put(text, scored);
            }
        }
        boolean differs = stated.isPresent()
                && scored.score().isPresent()
                && !stated.equals(scored.score())
                && !stated.equals(scored.base());
        return new ClaimedVector(scored.text(), stated, scored.score(), scored.problem(), differs);
    }

    private record Scored(String text, Optional<CvssScore> score, Optional<CvssScore> base, String problem) {

        static Scored of(String text) {
            String kept = PlainText.line(text, LIMIT);
            try {
                CvssVector vector = CvssVector.parse(text);
                return new Scored(kept, Optional.of(vector.score()), Optional.of(vector.baseScore()), "");
            } catch (Refusal refusal) {
                return new Scored(
                        kept, Optional.empty(), Optional.empty(), refusal.code().code());
            }
        }
    }

    /** A score without a vector, under the name that the source gives it. */
    public static ClaimedVector scoreOnly(String name, CvssScore stated) {
        return new ClaimedVector(PlainText.line(name, LIMIT), Optional.of(stated), Optional.empty(), "", false);
    }

    /** Whether it is a vector, good or bad, and not a score alone. */
    public boolean isVector() {
        return !problem.isEmpty() || computed.isPresent();
    }
}
