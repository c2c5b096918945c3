package org.sekisho.ejb.report;

import java.util.List;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.SensitiveMatter;

/**
 * What was masked in one revision.
 *
 * @param number of the revision, from 1
 * @param sha256 of the revision
 */
public record UnmaskedView(UUID report, int number, String sha256, List<Passage> passages) {

    public UnmaskedView {
        passages = List.copyOf(passages);
    }

    /**
     * What stands behind one mask.
     *
     * @param number as the mask has it
     */
    public record Passage(int number, SensitiveMatter matter, String text) {}
}
