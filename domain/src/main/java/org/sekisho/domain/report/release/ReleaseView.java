package org.sekisho.domain.report.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sekisho.domain.agreement.clause.ApprovalNeeded;
import org.sekisho.domain.party.Role;

/**
 * One release as its page shows it.
 *
 * @param people to whom it goes by name; empty for everyone who acts for the recipient
 * @param reason why it was declined or recalled
 * @param asked in which role the reader's approval is asked
 * @param may what the reader may do
 */
public record ReleaseView(
        ReleaseRow row,
        List<String> people,
        List<ApprovalNeeded> missing,
        List<ApprovalLine> approvals,
        List<ReceiptLine> receipts,
        Optional<String> reason,
        Optional<Role> asked,
        May may) {

    /** An approval. */
    public record ApprovalLine(Role role, Optional<String> personName, Instant at) {}

    /** What somebody of the recipient confirmed. */
    public record ReceiptLine(ReleaseReceipt.Kind kind, Optional<String> personName, Instant at) {}

    /** What the reader may do with it now. */
    public record May(
            boolean read, boolean confirmReceipt, boolean confirmDestruction, boolean withdraw, boolean recall) {}

    public ReleaseView {
        people = List.copyOf(people);
        missing = List.copyOf(missing);
        approvals = List.copyOf(approvals);
        receipts = List.copyOf(receipts);
    }
}
