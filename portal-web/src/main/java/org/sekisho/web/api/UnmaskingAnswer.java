package org.sekisho.web.api;

import java.util.List;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.SensitiveMatter;
import org.sekisho.ejb.report.UnmaskedView;

/**
 * What was masked in one revision.
 *
 * @param number of the revision, from 1
 * @param sha256 of the revision
 * @param passages empty in a repetition under an Idempotency-Key: what was shown isn't kept
 */
public record UnmaskingAnswer(UUID report, int number, String sha256, List<UnmaskedPassage> passages) {

    /**
     * What stands behind one mask.
     *
     * @param number as the mask has it
     */
    public record UnmaskedPassage(int number, SensitiveMatter matter, String text) {}

    static UnmaskingAnswer of(UnmaskedView view) {
        return new UnmaskingAnswer(
                view.report(),
                view.number(),
                view.sha256(),
                view.passages().stream()
                        .map(each -> new UnmaskedPassage(each.number(), each.matter(), each.text()))
                        .toList());
    }

    /** What may be kept of it. */
    static UnmaskingAnswer withoutPassages(UnmaskedView view) {
        return new UnmaskingAnswer(view.report(), view.number(), view.sha256(), List.of());
    }
}
