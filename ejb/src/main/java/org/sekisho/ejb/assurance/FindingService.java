package org.sekisho.ejb.assurance;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.assurance.control.CatalogueVersions;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.Engagements;
import org.sekisho.domain.assurance.finding.AuditFinding;
import org.sekisho.domain.assurance.finding.AuditFindings;
import org.sekisho.domain.assurance.finding.FindingDays;
import org.sekisho.domain.assurance.finding.FindingDirectory;
import org.sekisho.domain.assurance.finding.FindingFilter;
import org.sekisho.domain.assurance.finding.FindingSeals;
import org.sekisho.domain.assurance.finding.FindingSeverity;
import org.sekisho.domain.assurance.finding.FindingStatement.Kind;
import org.sekisho.domain.assurance.finding.FindingView;
import org.sekisho.domain.assurance.finding.FindingWords;
import org.sekisho.domain.assurance.finding.NamedControls;
import org.sekisho.domain.assurance.finding.Position;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.vault.Vault;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.UseCases;

/** Findings of audits: written by auditors, checked and responded to by the audited organisation. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class FindingService {

    @Inject
    private CurrentAct act;

    @Inject
    private Engagements engagements;

    @Inject
    private CatalogueVersions catalogues;

    @Inject
    private AuditFindings findings;

    @Inject
    private FindingDirectory directory;

    @Inject
    private FindingReading reading;

    @Inject
    private Vault vault;

    @Inject
    private AnswerGate gate;

    /** Findings that the actor may see, with the titles that the actor may read. */
    @Permission("finding:read")
    public Page<FindingLine> list(@About(Engagement.KIND) UUID engagement, FindingFilter filter, PageRequest page) {
        if (!filter.engagement()
                .equals(Optional.of(engagements.require(engagement).id()))) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
        return directory.findings(filter, page).map(row -> new FindingLine(row, seals().title(row)));
    }

    /** One finding, with what it says, what was said about it, and its corrective actions. */
    @Permission("finding:read")
    public FindingView one(@About(AuditFinding.KIND) UUID finding) {
        return reading.view(finding);
    }

    /** Writes a finding down, for the team only; its id. */
    @Permission("finding:raise")
    public UUID raise(RaiseFinding command) {
        Engagement engagement = engagements.require(command.engagement());
        AuditFinding finding = new AuditFinding(
                act.actor(),
                engagement,
                findings.nextNumber(engagement.id()),
                command.section(),
                command.severity(),
                named(engagement, command.controls()),
                act.now());
        findings.add(finding);
        write(finding, command.words());
        act.happened(finding.raised());
        return finding.id();
    }

    /**
     * Takes another wording, weight and other controls.
     *
     * @param controls the ids of all that it concerns from now on
     */
    @Permission("finding:raise")
    public void revise(
            @About(AuditFinding.KIND) UUID finding,
            FindingSeverity severity,
            Set<String> controls,
            FindingWords words) {
        AuditFinding found = findings.require(finding);
        Engagement engagement = of(found);
        DomainEvent revised = found.revise(act.actor(), engagement, severity, named(engagement, controls), act.now());
        write(found, words);
        act.happened(revised);
    }

    /** Shows it to the audited organisation, which checks the facts. */
    @Permission("finding:raise")
    public void submit(@About(AuditFinding.KIND) UUID finding, FindingDays days) {
        AuditFinding found = findings.require(finding);
        act.happened(found.submit(act.actor(), of(found), days, act.now()));
    }

    /** The facts are right, says the audited organisation. */
    @Permission("finding:answer")
    public void confirm(@About(AuditFinding.KIND) UUID finding) {
        AuditFinding found = findings.require(finding);
        Engagement engagement = of(found);
        gate.require(engagement);
        act.happened(found.confirm(act.actor(), engagement, act.now()));
    }

    /** The facts are wrong, says the audited organisation, and why. */
    @Permission("finding:answer")
    public void contest(@About(AuditFinding.KIND) UUID finding, String words) {
        AuditFinding found = findings.require(finding);
        Engagement engagement = of(found);
        gate.require(engagement);
        DomainEvent contested = found.contest(act.actor(), engagement);
        reading.say(found, Kind.CONTESTED, words);
        act.happened(contested);
    }

    /** The facts stand, say the auditors, and why. */
    @Permission("finding:raise")
    public void maintain(@About(AuditFinding.KIND) UUID finding, String words) {
        AuditFinding found = findings.require(finding);
        DomainEvent maintained = found.maintain(act.actor(), of(found), act.now());
        reading.say(found, Kind.MAINTAINED, words);
        act.happened(maintained);
    }

    /** Takes it back, with a reason. */
    @Permission("finding:raise")
    public void withdraw(@About(AuditFinding.KIND) UUID finding, String words) {
        AuditFinding found = findings.require(finding);
        DomainEvent withdrawn = found.withdraw(act.actor(), of(found), act.now());
        reading.say(found, Kind.WITHDRAWN, words);
        act.happened(withdrawn);
    }

    /** Management's response. */
    @Permission("finding:answer")
    public void respond(@About(AuditFinding.KIND) UUID finding, Position position, String words) {
        AuditFinding found = findings.require(finding);
        Engagement engagement = of(found);
        gate.require(engagement);
        DomainEvent responded = found.respond(act.actor(), engagement, position, act.now());
        reading.say(found, Kind.RESPONSE, words);
        act.happened(responded);
    }

    private Engagement of(AuditFinding finding) {
        return engagements.require(finding.engagement());
    }

    private NamedControls named(Engagement engagement, Set<String> ids) {
        return NamedControls.of(engagement, catalogues.catalogue(engagement.catalogueVersion()), ids);
    }

    private void write(AuditFinding finding, FindingWords words) {
        seals().seal(finding, words).forEach(findings::add);
    }

    private FindingSeals seals() {
        return new FindingSeals(vault);
    }
}
