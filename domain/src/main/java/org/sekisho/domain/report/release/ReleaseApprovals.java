package org.sekisho.domain.report.release;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ApprovalNeeded;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.vault.Vault;

/** The approvals that a release waits for: by people of its organisation, of an authority or of the secretariat, as the rule names roles. */
public final class ReleaseApprovals {

    private final Release release;
    private final List<ReleaseApproval> approvals;

    ReleaseApprovals(Release release, List<ReleaseApproval> approvals) {
        this.release = release;
        this.approvals = approvals;
    }

    /**
     * Approves; the last approval that was missing releases.
     *
     * @param readHash of the bytes that were read
     * @param of the report, as it stands now
     * @param bound whether the recipient may have it in spite of an embargo
     */
    public DomainEvent approve(Actor actor, Role as, String readHash, Report of, boolean bound, Instant now) {
        requireOpen(ReleaseState.RELEASED);
        Checks.check(release.sha256().equals(readHash), ReleaseError.RENDERING_CHANGED);
        requireAsked(actor, as);
        boolean same = of.current().sha256().equals(release.revisionHash())
                && of.label().compareTo(release.label()) <= 0;
        Checks.check(same, ReleaseError.REPORT_CHANGED);
        Checks.check(bound, ReleaseError.UNDER_EMBARGO);
        Checks.check(missing(as) > 0, ReleaseError.APPROVALS_COMPLETE);
        approvals.add(new ReleaseApproval(release, as, actor.requirePerson(), now));
        boolean complete = missing().isEmpty();
        if (complete) {
            release.become(ReleaseState.RELEASED, now);
        }
        return release.event(complete ? "release.released" : "release.approved")
                .with("role", as)
                .build();
    }

    /** Somebody whose approval is asked says no, with a reason. */
    public DomainEvent decline(Actor actor, Role as, String reason, Vault vault, Instant now) {
        requireOpen(ReleaseState.DECLINED);
        requireAsked(actor, as);
        release.become(ReleaseState.DECLINED, now);
        release.because(reason, vault);
        return release.event("release.declined").with("role", as).build();
    }

    private void requireOpen(ReleaseState next) {
        release.state().requireBecomes(next, ReleaseError.WRONG_STATE);
    }

    private void requireAsked(Actor actor, Role as) {
        unfit(actor, as).ifPresent(why -> {
            throw new Refusal(why);
        });
    }

    /** Why the person's approval doesn't count; empty where it does. */
    private Optional<ReleaseError> unfit(Actor actor, Role as) {
        boolean side = actor.isOf(release.organisation())
                || actor.isOf(OrganisationKind.SECRETARIAT)
                || (actor.isOf(OrganisationKind.AUTHORITY)
                        && !actor.affiliations().contains(release.organisation()));
        boolean named = release.needed().stream().anyMatch(each -> each.role() == as);
        if (!side || !named || !actor.holds(as)) {
            return Optional.of(ReleaseError.APPROVAL_NOT_ASKED);
        }
        UUID person = actor.requirePerson();
        if (person.equals(release.requestedBy())) {
            return Optional.of(ReleaseError.APPROVER_ASKED);
        }
        if (actor.affiliations().contains(release.recipient())) {
            return Optional.of(ReleaseError.APPROVER_TIED);
        }
        return hasApproved(person) ? Optional.of(ReleaseError.APPROVED_ALREADY) : Optional.empty();
    }

    /** In which role the person's approval is still asked; empty where it isn't. */
    public Optional<Role> askedOf(Actor actor) {
        return release.state() != ReleaseState.REQUESTED
                ? Optional.empty()
                : missing().stream()
                        .map(ApprovalNeeded::role)
                        .filter(role -> unfit(actor, role).isEmpty())
                        .findFirst();
    }

    /** What is missing yet. */
    public List<ApprovalNeeded> missing() {
        return release.needed().stream()
                .filter(each -> missing(each.role()) > 0)
                .map(each -> new ApprovalNeeded(each.role(), missing(each.role())))
                .toList();
    }

    private int missing(Role role) {
        int needed = release.needed().stream()
                .filter(each -> each.role() == role)
                .mapToInt(ApprovalNeeded::count)
                .sum();
        long given = approvals.stream().filter(each -> each.role() == role).count();
        return Math.toIntExact(Math.max(0, needed - given));
    }

    private boolean hasApproved(UUID person) {
        return approvals.stream().anyMatch(each -> each.person().equals(person));
    }

    /** In the order in which they came. */
    public List<ReleaseApproval> given() {
        return Collections.unmodifiableList(approvals);
    }
}
