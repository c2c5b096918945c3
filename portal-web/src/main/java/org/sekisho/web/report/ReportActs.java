package org.sekisho.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.report.ReportState;
import org.sekisho.domain.report.reading.ReportView;
import org.sekisho.domain.report.reading.ReportView.MeasureLine;
import org.sekisho.domain.report.review.InterimMeasure;
import org.sekisho.domain.report.review.WorkAct;
import org.sekisho.ejb.report.ReviewWorkService;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;

/** What a report's page offers beside its next step: acts that have a page of their own, and whose work the review is. */
@Named
@RequestScoped
public class ReportActs {

    @Inject
    private ReportPage page;

    @Inject
    private ReviewWorkService work;

    @Inject
    private Notices notices;

    @Inject
    private Me me;

    /** An act with where it is done. */
    public record Offer(String name, String path) {}

    /** The acts of this person on the report as it stands. */
    public List<Offer> getOffers() {
        List<String> names = new ArrayList<>();
        if (page.getView().content().isPresent()) {
            if (isOwner() && me.can("report:work")) {
                names.addAll(ofOwner(page.getRow().state()));
            }
            if (page.getRow().state().isAside() && me.can("report:reopen")) {
                names.add("reopen");
            }
            if (me.can("report:assess")) {
                names.addAll(ofTier());
            }
            if (me.can("report:unmask") && page.isMasked()) {
                names.add("unmask");
            }
            if (isMeasurePossible()) {
                names.add("measure");
            }
        }
        return names.stream().map(this::offer).toList();
    }

    private static List<String> ofOwner(ReportState state) {
        return switch (state) {
            case RECEIVED -> List.of("revise", "label", "duplicate", "reject");
            case TRIAGE -> List.of("revise", "label", "duplicate", "defer", "reject");
            case IN_REVIEW, APPROVED, IN_REMEDIATION -> List.of("revise", "label");
            case MITIGATED -> List.of("fail-verification", "revise", "label");
            case VERIFIED, REJECTED, DUPLICATE, DEFERRED -> List.of("label");
            case CLOSED -> List.of();
        };
    }

    private List<String> ofTier() {
        RiskTier tier = page.getRow().tier();
        List<String> names = new ArrayList<>();
        if (page.getRow().state() == ReportState.CLOSED) {
            return names;
        }
        if (tier != RiskTier.CRITICAL) {
            names.add("raise");
        }
        if (tier != RiskTier.LOW && page.getView().proposedTier().isEmpty()) {
            names.add("lower");
        }
        return names;
    }

    private boolean isMeasurePossible() {
        boolean early =
                switch (page.getRow().state()) {
                    case RECEIVED, TRIAGE, IN_REVIEW -> true;
                    default -> false;
                };
        return early && isOwner() && me.can("measure:order");
    }

    private Offer offer(String name) {
        String path =
                switch (name) {
                    case "revise" -> "/report-revise?id=";
                    case "unmask" -> "/report-unmask?id=";
                    default -> "/report-act?act=" + name + "&id=";
                };
        return new Offer(name, path + page.getId());
    }

    /** Whether a lowering of the tier waits for this person's side. */
    public boolean isAnswering() {
        ReportView view = page.getView();
        Side own = isOwner() ? Side.INSTITUTION_SECURITY : Side.AUTHORITY;
        return me.can("report:assess")
                && view.content().isPresent()
                && view.proposedTier()
                        .flatMap(ReportView.TierLine::side)
                        .filter(own::equals)
                        .isEmpty();
    }

    /** The measures in effect, and those that have ended and weren't undone or ordered anew. */
    public List<MeasureLine> getMeasures() {
        List<MeasureLine> all = page.getView().measures();
        return all.stream()
                .filter(each -> each.state() == InterimMeasure.State.IN_EFFECT || isOver(each, all))
                .toList();
    }

    private static boolean isOver(MeasureLine measure, List<MeasureLine> all) {
        return measure.state() == InterimMeasure.State.EXPIRED
                && all.stream()
                        .noneMatch(other -> other.kind() == measure.kind()
                                && other.orderedAt().isAfter(measure.orderedAt()));
    }

    /** Whether this person may undo measures. */
    public boolean isLifting() {
        return isOwner() && me.can("measure:order");
    }

    /** Whether this person confirms for the authority having read of a measure. */
    public boolean isAcknowledging(MeasureLine measure) {
        return !isOwner()
                && me.can("measure:acknowledge")
                && measure.acknowledgedAt().isEmpty();
    }

    /** Whether the person may do something about whose work the review is. */
    public boolean isWorkOffered() {
        return !page.getView().decision().work().isEmpty();
    }

    public boolean offers(String act) {
        return page.getView().decision().work().contains(WorkAct.valueOf(act));
    }

    public void claim() {
        work.claim(page.getId());
        done("claim");
    }

    public void release() {
        work.release(page.getId());
        done("release");
    }

    private void done(String act) {
        notices.done("report-act.done." + act, Map.of());
        notices.leadTo("/report?id=" + page.getId());
    }

    private boolean isOwner() {
        return page.getRow().organisation().equals(me.getAccount().organisation());
    }
}
