package org.sekisho.domain.report.redaction;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sekisho.domain.agreement.clause.SensitiveMatter;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.report.ReportStep;
import org.sekisho.domain.report.Revision;
import org.sekisho.domain.report.Sides;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Refusal;

/**
 * Shows somebody what is masked for them in one revision, once, for a reason: a reviewer of the institution that owns the report, or of an
 * authority that reviews it and isn't tied to the institution. The trail keeps who, why, of which revision, and how much of which kind;
 * never what was shown.
 */
public final class Unmasking {

    /** The most characters of a reason. */
    public static final int REASON_LIMIT = ReportStep.REASON_LIMIT;

    private final Report report;
    private final Revision revision;
    private final List<MaskedPassage> passages;

    /**
     * Finds what would be shown.
     *
     * @param readHash of the revision that the actor read
     * @param opened what that revision says, for the actor
     */
    public Unmasking(Report report, Actor actor, String readHash, MaskedContent opened) {
        requireReviewer(report, actor);
        this.report = report;
        this.revision = revision(report, readHash);
        this.passages = opened.passages();
        Checks.check(!passages.isEmpty(), ReportError.NOTHING_MASKED);
    }

    /** @throws Refusal with {@link ReportError#SIDES_ONLY} for who reviews it for neither side */
    public static void requireReviewer(Report report, Actor actor) {
        boolean owner = actor.isOf(report.organisation());
        Checks.check(
                Sides.of(actor, report.organisation()).isPresent()
                        && (owner || report.authorityReadsSince().isPresent()),
                ReportError.SIDES_ONLY);
    }

    /** @throws Refusal with {@link ReportError#REVISION_CHANGED} where the report has no such revision */
    public static Revision revision(Report report, String readHash) {
        return report.revisions().stream()
                .filter(each -> each.sha256().equals(readHash))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new Refusal(ReportError.REVISION_CHANGED));
    }

    /**
     * What it is in the trail.
     *
     * @param reason why
     * @param everything masks all that rules and authors know: nobody repeats in the reason what they are about to see
     */
    public DomainEvent event(String reason, Masking everything) {
        Map<SensitiveMatter, Integer> counts = new EnumMap<>(SensitiveMatter.class);
        passages.forEach(each -> counts.merge(each.matter(), 1, Integer::sum));
        return DomainEvent.of("report.unmasked", Report.KIND, report.id())
                .with("organisation", report.organisation())
                .with("number", revision.number())
                .with("revision", revision.sha256())
                .with(
                        "passages",
                        counts.entrySet().stream()
                                .map(each -> each.getKey() + ":" + each.getValue())
                                .toList())
                .personal("reason", everything.text(Checks.requireText(reason, "reason", REASON_LIMIT)))
                .build();
    }

    /** From 1. */
    public int number() {
        return revision.number();
    }

    public String sha256() {
        return revision.sha256();
    }

    /** What stands behind each mask, by the masks' numbers. */
    public List<MaskedPassage> passages() {
        return passages;
    }
}
