package org.sekisho.domain.report.intake;

import java.util.Optional;
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

    /** A vector of the source. */
    public static ClaimedVector of(String text, Optional<CvssScore> stated) {
        String kept = PlainText.line(text, LIMIT);
        try {
            CvssVector vector = CvssVector.parse(text);
            boolean differs = stated.isPresent()
                    && !stated.get().equals(vector.score())
                    && !stated.get().equals(vector.baseScore());
            return new ClaimedVector(kept, stated, Optional.of(vector.score()), "", differs);
        } catch (Refusal refusal) {
            return new ClaimedVector(
                    kept, stated, Optional.empty(), refusal.code().code(), false);
        }
    }

    /** A score without a vector, under the name that the source gives it. */
    public static ClaimedVector scoreOnly(String name, CvssScore stated) {
        return new ClaimedVector(PlainText.line(name, LIMIT), Optional.of(stated), Optional.empty(), "", false);
    }
}
