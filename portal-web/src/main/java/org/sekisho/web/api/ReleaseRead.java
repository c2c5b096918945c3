package org.sekisho.web.api;

import java.util.List;
import java.util.Optional;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.release.ReleaseView;
import org.sekisho.domain.report.release.ReleaseView.ApprovalLine;
import org.sekisho.domain.report.release.ReleaseView.May;
import org.sekisho.domain.report.release.ReleaseView.ReceiptLine;

/**
 * One release, without what leaves.
 *
 * @param people to whom it goes by name; empty for everyone who acts for the recipient
 * @param missing approvals that are still needed
 * @param reason why it was declined or recalled
 * @param asked in which role the caller's approval is asked
 * @param may what the caller may do with it now
 */
public record ReleaseRead(
        ReleaseAnswer release,
        List<String> people,
        List<MissingApproval> missing,
        List<ApprovalLine> approvals,
        List<ReceiptLine> receipts,
        Optional<String> reason,
        Optional<Role> asked,
        May may) {

    public ReleaseRead {
        people = List.copyOf(people);
        missing = List.copyOf(missing);
        approvals = List.copyOf(approvals);
        receipts = List.copyOf(receipts);
    }

    /** How many people in a role have still to approve. */
    public record MissingApproval(Role role, int count) {}

    static ReleaseRead of(ReleaseView view) {
        return new ReleaseRead(
                ReleaseAnswer.of(view.row()),
                view.people(),
                view.missing().stream()
                        .map(each -> new MissingApproval(each.role(), each.count()))
                        .toList(),
                view.approvals(),
                view.receipts(),
                view.reason(),
                view.asked(),
                view.may());
    }
}
