package org.sekisho.ejb.report.release;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.agreement.clause.Audience;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.ExportClause;
import org.sekisho.domain.agreement.clause.ExportClause.Format;
import org.sekisho.domain.agreement.clause.ExportClause.Material;
import org.sekisho.domain.party.organisation.OrganisationDirectory;
import org.sekisho.domain.party.organisation.OrganisationDirectory.OrganisationRow;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.Reports;
import org.sekisho.domain.report.RevisionContent;
import org.sekisho.domain.report.release.Recipient;
import org.sekisho.domain.report.release.Release;
import org.sekisho.domain.report.release.ReleaseDirectory;
import org.sekisho.domain.report.release.ReleaseError;
import org.sekisho.domain.report.release.ReleaseFilter;
import org.sekisho.domain.report.release.ReleaseOrder;
import org.sekisho.domain.report.release.ReleaseRow;
import org.sekisho.domain.report.release.ReleaseView;
import org.sekisho.domain.report.release.Releases;
import org.sekisho.domain.report.release.Rendering;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.vault.Vault;
import org.sekisho.ejb.report.ReportGate;
import org.sekisho.ejb.report.ReportMasking;
import org.sekisho.ejb.report.ReportTerms;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** Sharing a rendering of a report with an organisation: asked for, seen, withdrawn and recalled by its owner. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class ReleaseService {

    @Inject
    private CurrentAct act;

    @Inject
    private Reports reports;

    @Inject
    private Releases releases;

    @Inject
    private ReleaseDirectory directory;

    @Inject
    private ReleaseReading reading;

    @Inject
    private ReleaseRendering rendering;

    @Inject
    private ReleaseRecipients recipients;

    @Inject
    private OrganisationDirectory organisations;

    @Inject
    private ReportGate gate;

    @Inject
    private ReportTerms terms;

    @Inject
    private ReportMasking masking;

    @Inject
    private Vault vault;

    /** To whom the actor may ask to release a report, by the rules of the export clause. */
    @Permission(value = "release:request", recorded = Recorded.REFUSALS)
    public ReleaseChoices choices(@About(Report.KIND) UUID report) {
        Report found = reports.require(report);
        gate.require(found, Action.REPORT_READ);
        Optional<ExportClause> clause = export(found);
        return new ReleaseChoices(organisations.choices().stream()
                .filter(each -> !each.id().equals(found.organisation()))
                .flatMap(each -> choice(found, clause, each).stream())
                .toList());
    }

    private Optional<ReleaseChoices.To> choice(Report report, Optional<ExportClause> clause, OrganisationRow to) {
        Audience audience = Recipient.audience(to.kind());
        Set<Format> formats = clause.stream()
                .flatMap(export -> act.actor().roles().stream()
                        .flatMap(role -> export.rule(role, Material.REPORT, audience).stream()))
                .flatMap(rule -> rule.formats().stream())
                .filter(ReleaseRendering::knows)
                .collect(Collectors.toUnmodifiableSet());
        return formats.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReleaseChoices.To(
                        to.id(),
                        to.name(),
                        audience,
                        formats,
                        masking.forAudience(report.agreement(), audience).masked()));
    }

    /**
     * Asks for a release. Every condition of the agreement has to hold, for an export too where machines read the format; what leaves is
     * made now, and sealed until it is approved.
     *
     * @throws Refusal with a {@link ReleaseError}, or where the access decision says no
     */
    @Permission("release:request")
    public UUID request(RequestRelease command) {
        Report report = reports.require(command.report());
        gate.require(report, Action.REPORT_RELEASE);
        if (ReleaseRendering.isForMachines(command.format())) {
            gate.require(report, Action.REPORT_EXPORT);
        }
        report.requireCurrent(command.readHash());
        OrganisationRow to =
                organisations.row(command.recipient()).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        requireForeseen(report, to, command);
        Recipient recipient = recipients.of(to, command.people());
        ReleaseOrder order =
                ReleaseOrder.under(export(report), act.actor(), recipient, command.format(), command.sourceWithheld());
        byte[] bytes = rendering.bytes(made(report, command, to, recipient), command.format(), command.language());
        int asked = releases.askedSince(
                report.organisation(),
                report.agreement(),
                order.rule().who(),
                recipient.audience(),
                Days.startOf(Days.of(act.now())));
        Release release = new Release(report, order, bytes, asked, act.actor(), act.now());
        releases.add(release, release.keep(bytes, vault));
        act.happened(release.requested());
        return release.id();
    }

    /** Before anybody is looked up: addresses aren't tried out by releases that go nowhere. */
    private void requireForeseen(Report report, OrganisationRow to, RequestRelease command) {
        Checks.check(ReleaseOrder.mayLeave(report.label()), ReleaseError.LABEL_STRICT);
        ReleaseOrder.under(
                export(report),
                act.actor(),
                new Recipient(to.id(), to.kind(), Set.of()),
                command.format(),
                command.sourceWithheld());
    }

    private Rendering made(Report report, RequestRelease command, OrganisationRow to, Recipient recipient) {
        RevisionContent kept =
                reports.content(report.current().id()).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        ReportContent content = kept.open(report.current(), vault);
        Optional<String> source = command.sourceWithheld()
                ? Optional.empty()
                : organisations.row(report.organisation()).map(each -> each.name()
                        .in(command.language()));
        return rendering.of(
                report,
                content,
                masking.forAudience(report.agreement(), recipient.audience()),
                source,
                to.name().in(command.language()),
                recipients.names(recipient, command.language()));
    }

    private Optional<ExportClause> export(Report report) {
        return terms.clause(report.agreement(), ClauseKind.EXPORT, ExportClause.class);
    }

    /** Releases that the actor may see: sent, received, or to be approved. */
    @Permission(value = "release:read", recorded = Recorded.REFUSALS)
    public Page<ReleaseRow> list(ReleaseFilter filter, PageRequest page) {
        return directory.list(filter, page);
    }

    /** The releases of one report, the latest first; at most 50. */
    @Permission(value = "release:read", recorded = Recorded.REFUSALS)
    public List<ReleaseRow> ofReport(@About(Report.KIND) UUID report) {
        reports.require(report);
        return directory.list(ReleaseFilter.of(report), PageRequest.first()).items();
    }

    /** One release, without what leaves. */
    @Permission(value = "release:read", recorded = Recorded.REFUSALS)
    public ReleaseView one(@About(Release.KIND) UUID release) {
        ReleaseRow row = directory.find(release).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        return reading.view(row, releases.require(release));
    }

    /** Its organisation no longer wants it. */
    @Permission("release:request")
    public void withdraw(@About(Release.KIND) UUID release) {
        act.happened(releases.requireLocked(release).withdraw(act.actor(), act.now()));
    }

    /** The recipient reads it no longer, and has to destroy what was taken from it, for this reason. */
    @Permission("release:request")
    public void recall(@About(Release.KIND) UUID release, String reason) {
        act.happened(releases.requireLocked(release).recall(act.actor(), reason, vault, act.now()));
    }
}
