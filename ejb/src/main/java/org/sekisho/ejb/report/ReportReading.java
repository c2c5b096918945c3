package org.sekisho.ejb.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.report.Provenance;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.ReportOrigin;
import org.sekisho.domain.report.Reports;
import org.sekisho.domain.report.Revision;
import org.sekisho.domain.report.reading.ReportDirectory;
import org.sekisho.domain.report.reading.ReportRow;
import org.sekisho.domain.report.reading.ReportView;
import org.sekisho.domain.report.reading.ReportView.GraverLine;
import org.sekisho.domain.report.reading.ReportView.MeasureLine;
import org.sekisho.domain.report.reading.ReportView.OriginLine;
import org.sekisho.domain.report.reading.ReportView.RevisionLine;
import org.sekisho.domain.report.reading.ReportView.StepLine;
import org.sekisho.domain.report.reading.ReportView.TierLine;
import org.sekisho.domain.report.reading.ReportView.Vector;
import org.sekisho.domain.report.redaction.Masking;
import org.sekisho.domain.report.review.InterimMeasure;
import org.sekisho.domain.report.review.ReviewChain;
import org.sekisho.domain.report.review.ReviewChains;
import org.sekisho.domain.report.review.Turn;
import org.sekisho.domain.report.severity.CvssVector;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.vault.Vault;
import org.sekisho.ejb.shared.CurrentAct;

/** Opens a report for who reads it: what it says and every reason only where the agreement lets them. */
@ApplicationScoped
class ReportReading {

    private static final int MOST_SIMILAR = 10;

    @Inject
    private CurrentAct act;

    @Inject
    private Reports reports;

    @Inject
    private ReviewChains chains;

    @Inject
    private ReportDirectory directory;

    @Inject
    private ReportLook look;

    @Inject
    private ReportGate gate;

    @Inject
    private ReportMasking maskings;

    @Inject
    private ReviewReading reviews;

    @Inject
    private Vault vault;

    ReportView view(ReportRow row, Report report) {
        Revision current = report.current();
        boolean opens = gate.opens(report.agreement(), report.organisation());
        Masking masking = maskings.forReader(report.agreement(), report.organisation());
        Optional<ReportContent> content = opens ? content(report, masking) : Optional.empty();
        List<ReviewChain> all = chains.of(report.id());
        List<InterimMeasure> measures = content.isPresent() ? chains.measuresOf(report.id()) : List.of();
        Optional<ReportOrigin> origin =
                Optional.of(report.id()).filter(id -> opens).flatMap(reports::origin);
        Map<UUID, String> names = directory.names(people(report, all, measures));
        Optional<ReviewChain> running = report.standing().chain().flatMap(id -> all.stream()
                .filter(chain -> chain.id().equals(id))
                .findFirst());
        return new ReportView(
                row.titled(content.map(ReportContent::title)),
                current.sha256(),
                origin.map(each -> line(each, names, masking)),
                content,
                content.map(ReportContent::vectors).orElse(List.of()).stream()
                        .map(ReportReading::vector)
                        .toList(),
                report.revisions().stream()
                        .map(each -> new RevisionLine(
                                each.id(),
                                each.number(),
                                each.sha256(),
                                each.author(),
                                each.author().map(names::get),
                                each.writtenAt()))
                        .toList(),
                report.steps().stream()
                        .map(step -> new StepLine(
                                step.state(),
                                step.person().map(names::get),
                                step.takenAt(),
                                step.reason(vault).filter(any -> opens).map(masking::text)))
                        .toList(),
                all.stream()
                        .map(chain -> reviews.view(
                                chain, number(report, chain), names, opens ? Optional.of(masking) : Optional.empty()))
                        .toList(),
                report.tiers().all().stream()
                        .map(change -> new TierLine(
                                change.from(),
                                change.to(),
                                change.state(),
                                change.side(),
                                change.person().map(names::get),
                                change.madeAt(),
                                change.reason(vault).filter(any -> opens).map(masking::text)))
                        .toList(),
                measures.stream().map(measure -> line(measure, names, masking)).toList(),
                content.isPresent() ? look.named(directory.similar(report.id(), MOST_SIMILAR)) : List.of(),
                named(report.standing().duplicateOf()),
                named(Optional.of(report.id()).filter(any -> opens).flatMap(directory::recurs)),
                Turn.of(report, running, act.now()),
                reviews.decision(report, running));
    }

    /**
     * Does what takes most of the time when a report is opened: reads what it says, and looks through it for what the actor doesn't see.
     * Nothing of it is handed out.
     */
    void makeReady(Report report) {
        if (gate.opens(report.agreement(), report.organisation())) {
            content(report, maskings.forReader(report.agreement(), report.organisation()));
        }
    }

    private Optional<ReportContent> content(Report report, Masking masking) {
        Revision current = report.current();
        return reports.content(current.id())
                .map(kept -> kept.open(current, vault))
                .map(said -> masking.content(said).content());
    }

    private Optional<ReportRow> named(Optional<UUID> other) {
        return other.flatMap(directory::find)
                .map(found -> look.named(List.of(found)).get(0));
    }

    /** Whoever imports, or the file, may have named hosts or people there. */
    private OriginLine line(ReportOrigin origin, Map<UUID, String> names, Masking masking) {
        Provenance found = origin.provenance();
        return new OriginLine(
                found.agreementVersion(),
                found.environment(),
                masking.text(found.tool()),
                masking.text(found.toolVersion()),
                masking.text(found.run()),
                origin.format(),
                origin.item(),
                origin.intake().filter(any -> act.actor().isOf(origin.organisation())),
                origin.statedSeverity(),
                origin.statedEffect(),
                origin.leftOut(),
                reports.graver(origin.report())
                        .map(each -> new GraverLine(
                                each.severity(),
                                each.heardAt(),
                                Optional.of(each.intake())
                                        .filter(any -> act.actor().isOf(origin.organisation())),
                                each.item())),
                Optional.ofNullable(names.get(origin.operator())));
    }

    private MeasureLine line(InterimMeasure measure, Map<UUID, String> names, Masking masking) {
        return new MeasureLine(
                measure.id(),
                measure.kind(),
                measure.state(),
                Optional.ofNullable(names.get(measure.orderedBy())),
                measure.orderedAt(),
                measure.expiresAt(),
                measure.reviewDueAt(),
                measure.acknowledgedAt(),
                masking.text(measure.reason(vault)));
    }

    private Set<UUID> people(Report report, List<ReviewChain> all, List<InterimMeasure> measures) {
        Set<UUID> people = new HashSet<>();
        report.revisions().forEach(each -> each.author().ifPresent(people::add));
        report.steps().forEach(each -> each.person().ifPresent(people::add));
        report.tiers().all().forEach(each -> each.person().ifPresent(people::add));
        measures.forEach(each -> people.add(each.orderedBy()));
        all.forEach(chain -> people.addAll(reviews.people(chain)));
        return people;
    }

    private static int number(Report report, ReviewChain chain) {
        return report.revisions().stream()
                .filter(each -> each.id().equals(chain.revision()))
                .map(Revision::number)
                .findFirst()
                .orElse(0);
    }

    /** Vectors of 2.0, and what a tool wrote otherwise, are shown as they came. */
    private static Vector vector(String text) {
        try {
            CvssVector vector = CvssVector.parse(text);
            return new Vector(text, Optional.of(vector.version()), Optional.of(vector.score()));
        } catch (Refusal unknown) {
            return new Vector(text, Optional.empty(), Optional.empty());
        }
    }
}
