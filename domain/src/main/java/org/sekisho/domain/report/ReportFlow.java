package org.sekisho.domain.report;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.vault.Vault;

/** The way of one report from its arrival to its close, and aside from it. Nothing here happens by itself but the end of a deferral. */
public final class ReportFlow {

    /** The longest for which a report is put off, so that nothing sleeps for ever. */
    public static final Duration LONGEST_DEFERRAL = Duration.ofDays(365);

    /** In which a report stands for no other: a duplicate of it would be left without a way. */
    private static final Set<ReportState> ENDED =
            EnumSet.of(ReportState.DUPLICATE, ReportState.REJECTED, ReportState.CLOSED);

    private final Report report;

    ReportFlow(Report report) {
        this.report = report;
    }

    /** Somebody of the institution begins to look at it. */
    public DomainEvent triage(Actor actor, Instant now) {
        requireWorker(actor);
        Checks.check(report.state() == ReportState.RECEIVED, ReportError.WRONG_STATE, towards(ReportState.TRIAGE));
        report.move(ReportState.TRIAGE, actor, now);
        return moved("report.triaged");
    }

    /**
     * Submits the present revision to a review.
     *
     * @param chain the review
     * @param readHash the revision that was read
     */
    public DomainEvent submit(Actor actor, UUID chain, String readHash, Instant now) {
        requireWorker(actor);
        report.requireCurrent(readHash);
        Checks.check(!report.standing().wasReturned(report.current().id()), ReportError.REVISION_RETURNED);
        report.move(ReportState.IN_REVIEW, actor, now);
        report.standing().submittedTo(chain);
        return moved("report.submitted");
    }

    /**
     * Every stage agreed. What they agreed to has to be the present revision, and for a high or critical risk institution and authority
     * both have to be among them, whatever chain was asked.
     *
     * @param actor who cast the last vote
     */
    public DomainEvent approve(Approval approval, Actor actor, Instant now) {
        boolean own = approval.report().equals(report.id())
                && report.standing().chain().filter(approval.chain()::equals).isPresent();
        Checks.check(own && approval.tier().compareTo(report.tier()) <= 0, ReportError.CHAIN_OF_OTHER);
        Checks.check(approval.revision().equals(report.current().id()), ReportError.REVISION_CHANGED);
        report.requireCurrent(approval.revisionHash());
        Checks.check(
                !report.tier().needsBothSides()
                        || approval.sides().containsAll(Set.of(Side.INSTITUTION_SECURITY, Side.AUTHORITY)),
                ReportError.BOTH_SIDES_NEEDED);
        report.move(ReportState.APPROVED, actor, now);
        report.standing().approved(report.current().id());
        return moved("report.approved");
    }

    /** A stage rejected the present revision: it has to change before it is submitted again. */
    public DomainEvent comeBack(UUID chain, Actor actor, Instant now) {
        Checks.check(report.standing().chain().filter(chain::equals).isPresent(), ReportError.CHAIN_OF_OTHER);
        report.standing().returned(report.current().id());
        fallBack(actor, now);
        return moved("report.returned");
    }

    /** Whether a change now leads back to the triage. */
    boolean canFallBack() {
        return report.state() == ReportState.IN_REVIEW
                || (report.state().needsApproval() && report.state().canBecome(ReportState.TRIAGE));
    }

    /** Back to the triage, without review and approval. */
    void fallBack(Actor actor, Instant now) {
        report.move(ReportState.TRIAGE, actor, now);
        report.standing().startOver();
    }

    /** Remediation begins; only of the revision that was approved. */
    public DomainEvent remediate(Actor actor, Instant now) {
        requireWorker(actor);
        report.state().requireBecomes(ReportState.IN_REMEDIATION, ReportError.WRONG_STATE);
        Checks.check(
                report.standing()
                        .approvedRevision()
                        .filter(report.current().id()::equals)
                        .isPresent(),
                ReportError.REVISION_CHANGED);
        report.move(ReportState.IN_REMEDIATION, actor, now);
        return moved("report.remediation-begun");
    }

    /** The remedy is in place. */
    public DomainEvent mitigate(Actor actor, Instant now) {
        requireWorker(actor);
        report.move(ReportState.MITIGATED, actor, now);
        report.standing().mitigated(actor.requirePerson());
        return moved("report.mitigated");
    }

    /** The remedy works, says somebody else than who put it in place. */
    public DomainEvent verify(Actor actor, Instant now) {
        requireWorker(actor);
        Checks.check(!report.standing().isMitigatedBy(actor.requirePerson()), ReportError.VERIFIED_BY_ONESELF);
        report.move(ReportState.VERIFIED, actor, now);
        return moved("report.verified");
    }

    /** The remedy doesn't work: back to remediation, with the reason. */
    public DomainEvent failVerification(Actor actor, String reason, Vault vault, Instant now) {
        requireWorker(actor);
        Checks.check(
                report.state() == ReportState.MITIGATED, ReportError.WRONG_STATE, towards(ReportState.IN_REMEDIATION));
        report.move(ReportState.IN_REMEDIATION, actor, now).because(reason, vault);
        report.standing().mitigated(null);
        return moved("report.verification-failed");
    }

    public DomainEvent close(Actor actor, Instant now) {
        requireWorker(actor);
        report.move(ReportState.CLOSED, actor, now);
        return moved("report.closed");
    }

    /** It isn't a finding, with the reason. */
    public DomainEvent reject(Actor actor, String reason, Vault vault, Instant now) {
        requireWorker(actor);
        report.move(ReportState.REJECTED, actor, now).because(reason, vault);
        return moved("report.rejected");
    }

    /**
     * It is the same as another report of the organisation, with the reason. A review of it ends: the original's own goes on, in a tier that
     * is no lower.
     *
     * @param original locked, so that it doesn't leave the way at the same time
     */
    public DomainEvent duplicate(Actor actor, Report original, String reason, Vault vault, Instant now) {
        requireWorker(actor);
        Checks.check(
                !original.id().equals(report.id()) && original.organisation().equals(report.organisation()),
                ReportError.DUPLICATE_OF_ITSELF);
        Checks.check(!ENDED.contains(original.state()), ReportError.ORIGINAL_ASIDE, Map.of("state", original.state()));
        Checks.check(
                original.tier().compareTo(report.tier()) <= 0,
                ReportError.ORIGINAL_MILDER,
                Map.of("tier", original.tier()));
        report.move(ReportState.DUPLICATE, actor, now).because(reason, vault);
        report.standing().startOver();
        report.standing().putAside(original.id(), null);
        return moved("report.marked-duplicate");
    }

    /** It is put off until then, with the reason. */
    public DomainEvent defer(Actor actor, Instant until, String reason, Vault vault, Instant now) {
        requireWorker(actor);
        Instant most = now.plus(LONGEST_DEFERRAL);
        Checks.check(
                until.isAfter(now) && !until.isAfter(most),
                ReportError.DEFERRED_UNFIT,
                Map.of("least", now, "most", most));
        report.move(ReportState.DEFERRED, actor, now).because(reason, vault);
        report.standing().putAside(null, until);
        return moved("report.deferred");
    }

    /** Either side takes it up again, with the reason. */
    public DomainEvent reopen(Actor actor, String reason, Vault vault, Instant now) {
        boolean side = Sides.of(actor, report.organisation()).isPresent();
        Checks.check(side || Sides.worksFor(actor, report.organisation()), ReportError.SIDES_ONLY);
        Checks.check(report.state().isAside(), ReportError.WRONG_STATE, towards(ReportState.TRIAGE));
        report.move(ReportState.TRIAGE, actor, now).because(reason, vault);
        report.standing().putAside(null, null);
        return moved("report.reopened");
    }

    /** The time for which it was put off is over. */
    public DomainEvent endDeferral(Actor job, Instant now) {
        Checks.check(report.state() == ReportState.DEFERRED, ReportError.WRONG_STATE, towards(ReportState.TRIAGE));
        Checks.check(
                report.standing()
                        .deferredUntil()
                        .filter(until -> !until.isAfter(now))
                        .isPresent(),
                ReportError.STILL_DEFERRED);
        report.move(ReportState.TRIAGE, job, now);
        report.standing().putAside(null, null);
        return moved("report.deferral-ended");
    }

    void requireWorker(Actor actor) {
        Checks.check(Sides.worksFor(actor, report.organisation()), ReportError.OWNER_ONLY);
    }

    private Map<String, String> towards(ReportState next) {
        return Map.of("state", report.state().name(), "next", next.name());
    }

    private DomainEvent moved(String name) {
        return report.event(name)
                .with("state", report.state())
                .with("revision", report.current().sha256())
                .build();
    }
}
