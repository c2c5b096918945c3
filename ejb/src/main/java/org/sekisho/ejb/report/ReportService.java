package org.sekisho.ejb.report;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.Agreements;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.report.NewReport;
import org.sekisho.domain.report.Provenance;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.report.ReportOrigin;
import org.sekisho.domain.report.Reports;
import org.sekisho.domain.report.Revision;
import org.sekisho.domain.report.RevisionContent;
import org.sekisho.domain.report.decision.Assessment;
import org.sekisho.domain.report.decision.ContentFacts;
import org.sekisho.domain.report.decision.Evaluation;
import org.sekisho.domain.report.escalation.EvaluationCause;
import org.sekisho.domain.report.reading.ReportDirectory;
import org.sekisho.domain.report.reading.ReportFilter;
import org.sekisho.domain.report.reading.ReportRow;
import org.sekisho.domain.report.reading.ReportView;
import org.sekisho.domain.report.reading.RevisionsView;
import org.sekisho.domain.report.redaction.Masking;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.vault.Vault;
import org.sekisho.ejb.report.escalation.Escalating;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** Reports: filed, read, listed and revised. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class ReportService {

    @Inject
    private CurrentAct act;

    @Inject
    private Agreements agreements;

    @Inject
    private Reports reports;

    @Inject
    private ReportDirectory directory;

    @Inject
    private ReportLook look;

    @Inject
    private ReportReading reading;

    @Inject
    private ReportGate gate;

    @Inject
    private ReportTerms terms;

    @Inject
    private ReportRating rating;

    @Inject
    private ReportMasking maskings;

    @Inject
    private Escalating escalating;

    @Inject
    private Settlement settlement;

    @Inject
    private Vault vault;

    /** Files a report for the actor's institution; its id. */
    @Permission("report:file")
    public UUID file(FileReport command) {
        agreements.require(command.agreement());
        UUID owner = act.actor().organisation().orElseThrow();
        terms.requireReceiving(command.agreement(), owner);
        gate.require(command.agreement(), owner, Action.REPORT_READ);
        Provenance provenance = terms.provenance(command.agreement(), command.foundBy());
        ContentFacts.requireReadable(command.content());
        Evaluation answer = rating.rate(command.agreement(), command.content(), command.said());
        NewReport start = new NewReport(
                owner,
                command.agreement(),
                reports.nextNumbers(owner, 1),
                Optional.empty(),
                command.label(),
                ReportRating.tier(answer));
        Report report = new Report(start, command.content(), act.actor(), act.now());
        reports.add(
                report,
                new RevisionContent(report.current(), command.content(), vault),
                new ReportOrigin(report, provenance));
        act.happened(report.received());
        // As an act on the agreement it would tell the other parties that there is a report, before it is theirs to
        // know.
        act.about(Report.KIND, report.id());
        rating.keep(report, answer, command.said());
        escalating.evaluate(report, command.content(), command.said(), EvaluationCause.FILED);
        return report.id();
    }

    /** Reports that the actor may see; what they are called only for who may read them. */
    @Permission(value = "report:read", recorded = Recorded.REFUSALS)
    public Page<ReportRow> list(ReportFilter filter, PageRequest page) {
        boolean own = act.actor().isOf(OrganisationKind.INSTITUTION)
                && filter.organisation().isEmpty();
        // Said aloud, it lets the database use the order that an institution's reports are kept in.
        ReportFilter narrowed = own ? filter.of(act.actor().organisation().orElseThrow()) : filter;
        return look.named(directory.list(narrowed, page));
    }

    /**
     * Reports that were chosen from a list, by their numbers.
     *
     * @throws Refusal with {@link SharedError#NOT_FOUND} where the actor may not see one of them
     */
    @Permission(value = "report:read", recorded = Recorded.REFUSALS)
    public List<ReportRow> chosen(List<UUID> reports) {
        Checks.check(
                reports.size() <= PageRequest.MOST, ReportError.TOO_MANY_AT_ONCE, Map.of("limit", PageRequest.MOST));
        Set<UUID> wanted = Set.copyOf(reports);
        List<ReportRow> found = directory.find(wanted);
        Checks.check(found.size() == wanted.size(), SharedError.NOT_FOUND);
        return look.named(found);
    }

    /** The report of the actor's organisation that has this number. */
    @Permission(value = "report:read", recorded = Recorded.REFUSALS)
    public UUID numbered(int number) {
        return directory
                .numbered(act.actor().organisation().orElseThrow(), number)
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** One report, as far as the actor may see it. */
    @Permission("report:read")
    public ReportView one(@About(Report.KIND) UUID report) {
        ReportRow row = directory.find(report).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        return reading.view(row, reports.require(report));
    }

    /** Two revisions of a report, to be laid beside each other. */
    @Permission("report:read")
    public RevisionsView compare(@About(Report.KIND) UUID report, int older, int newer) {
        Report found = reports.require(report);
        gate.require(found, Action.REPORT_READ);
        Masking masking = maskings.forReader(found.agreement(), found.organisation());
        return RevisionsView.of(open(found, older, masking), open(found, newer, masking));
    }

    /**
     * What a revision says, byte by byte as its hash names it.
     *
     * @throws Refusal with {@link ReportError#CONTENT_MASKED} where some of it is masked for the reader
     */
    @Permission("report:read")
    public String content(@About(Report.KIND) UUID report, int revision) {
        Report found = reports.require(report);
        gate.require(found, Action.REPORT_READ);
        Revision asked = revision(found, revision);
        RevisionContent kept = kept(asked);
        Masking masking = maskings.forReader(found.agreement(), found.organisation());
        boolean whole = masking.content(kept.open(asked, vault)).passages().isEmpty();
        Checks.check(whole, ReportError.CONTENT_MASKED);
        return kept.canonical(vault);
    }

    /** Writes a new revision; what was voted on before no longer covers it. */
    @Permission("report:work")
    public void revise(ReviseReport command) {
        Report report = reports.requireLocked(command.report());
        gate.require(report, Action.REPORT_READ);
        // Whoever saw masks and writes them back would destroy what they hide.
        Checks.check(!Masking.isMasked(command.content()), ReportError.CONTENT_MASKED);
        ContentFacts.requireReadable(command.content());
        Optional<UUID> before = report.standing().chain();
        Revision revision = report.revise(act.actor(), command.readHash(), command.content(), act.now());
        reports.add(new RevisionContent(revision, command.content(), vault));
        act.happened(report.revised());
        Assessment said = rating.said(report.id());
        rating.again(report, command.content(), said);
        escalating.evaluate(report, command.content(), said, EvaluationCause.REVISED);
        settlement.settle(report, before);
    }

    /** Marks how far the report may be passed on. */
    @Permission("report:work")
    public void label(@About(Report.KIND) UUID report, Tlp label) {
        Report found = reports.requireLocked(report);
        gate.require(found, Action.REPORT_READ);
        act.happened(found.label(act.actor(), label));
    }

    private RevisionsView.Opened open(Report report, int number, Masking masking) {
        Revision revision = revision(report, number);
        return new RevisionsView.Opened(
                number,
                revision.sha256(),
                masking.content(kept(revision).open(revision, vault)).content());
    }

    private RevisionContent kept(Revision revision) {
        return reports.content(revision.id()).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    private static Revision revision(Report report, int number) {
        return report.revisions().stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }
}
