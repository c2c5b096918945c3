package org.sekisho.domain.agreement;

import java.util.List;
import org.sekisho.domain.agreement.clause.Clause;

/**
 * One version for its page and for a pack.
 *
 * @param clauses in the order of the document
 * @param parties in the order of the document
 * @param signatures every one, those that ended included, in the order in which they were recorded
 */
public record VersionView(
        VersionRow row,
        List<Clause> clauses,
        List<PartyRow> parties,
        List<SignatureRow> signatures,
        List<ApprovalRow> approvals) {

    public VersionView {
        clauses = List.copyOf(clauses);
        parties = List.copyOf(parties);
        signatures = List.copyOf(signatures);
        approvals = List.copyOf(approvals);
    }
}
