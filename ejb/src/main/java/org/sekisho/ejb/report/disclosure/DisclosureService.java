package org.sekisho.ejb.report.disclosure;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.Reports;
import org.sekisho.domain.report.disclosure.DisclosureCase;
import org.sekisho.domain.report.disclosure.DisclosureCases;
import org.sekisho.domain.report.disclosure.DisclosureContent;
import org.sekisho.domain.report.disclosure.DisclosureDirectory;
import org.sekisho.domain.report.disclosure.DisclosureError;
import org.sekisho.domain.report.disclosure.DisclosureFilter;
import org.sekisho.domain.report.disclosure.DisclosureRow;
import org.sekisho.domain.report.disclosure.DisclosureView;
import org.sekisho.domain.report.disclosure.NotifiedParty;
import org.sekisho.domain.report.embargo.Embargoes;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.vault.Vault;
import org.sekisho.ejb.report.ReportGate;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/**
 * Flaws in products of somebody outside. Opening a case needs every condition that a release needs, since it is the decision to take a finding
 * out; what is recorded in it afterwards needs no more than reading the report, so that nothing that happened stays unrecorded.
 */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class DisclosureService {

    @Inject
    private CurrentAct act;

    @Inject
    private Reports reports;

    @Inject
    private DisclosureCases cases;

    @Inject
    private DisclosureDirectory directory;

    @Inject
    private Embargoes embargoes;

    @Inject
    private DisclosureReading reading;

    @Inject
    private ReportGate gate;

    @Inject
    private Vault vault;

    /**
     * Opens a case about a report; its id. One goes on at a time.
     *
     * @throws org.sekisho.domain.shared.Refusal with a {@link DisclosureError}, or where the access decision says no
     */
    @Permission("disclosure:work")
    public UUID open(OpenDisclosure command) {
        Report report = reports.requireLocked(command.report());
        gate.require(report, Action.REPORT_RELEASE);
        report.requireCurrent(command.readHash());
        Checks.check(!cases.goesOn(report.id()), DisclosureError.ONE_AT_A_TIME);
        DisclosureCase opened = new DisclosureCase(report, act.actor(), act.now());
        cases.add(
                opened,
                opened.keep(
                        new DisclosureContent.Words(command.product(), command.developer(), command.summary()), vault));
        act.happened(opened.opened());
        return opened.id();
    }

    /** Cases that the actor may see; products only of those whose reports they may read. */
    @Permission(value = "disclosure:read", recorded = Recorded.REFUSALS)
    public Page<DisclosureRow> list(DisclosureFilter filter, PageRequest page) {
        return reading.named(directory.list(filter, page));
    }

    /** The cases about one report, the latest first; at most 50. */
    @Permission(value = "disclosure:read", recorded = Recorded.REFUSALS)
    public List<DisclosureRow> ofReport(@About(Report.KIND) UUID report) {
        reports.require(report);
        return directory.list(DisclosureFilter.of(report), PageRequest.first()).items();
    }

    /** One case, as far as the actor may see it. */
    @Permission("disclosure:read")
    public DisclosureView one(@About(DisclosureCase.KIND) UUID disclosure) {
        return reading.view(cases.require(disclosure));
    }

    /**
     * Records that somebody outside was told.
     *
     * @param note by what it goes there, and who took it; may be empty
     */
    @Permission("disclosure:work")
    public void tell(@About(DisclosureCase.KIND) UUID disclosure, NotifiedParty party, LocalDate day, String note) {
        act.happened(locked(disclosure).told(act.actor(), party, day, note, vault, act.now()));
    }

    /** Records what somebody outside answered. */
    @Permission("disclosure:work")
    public void recordAnswer(
            @About(DisclosureCase.KIND) UUID disclosure, NotifiedParty party, LocalDate day, String note) {
        act.happened(locked(disclosure).answered(act.actor(), party, day, note, vault, act.now()));
    }

    /** Records the numbers that it has by now, all of them; what is empty hasn't one yet. */
    @Permission("disclosure:work")
    public void number(@About(DisclosureCase.KIND) UUID disclosure, String jvn, List<String> cves) {
        act.happened(locked(disclosure).number(act.actor(), jvn, cves, act.now()));
    }

    /** Sets, or moves, the day of publication, where no embargo on the report runs any more. */
    @Permission("disclosure:work")
    public void schedule(@About(DisclosureCase.KIND) UUID disclosure, LocalDate day) {
        DisclosureCase found = locked(disclosure);
        act.happened(found.schedule(act.actor(), day, embargoes.inEffect(found.report()), act.now()));
    }

    /** Lets designated authorities read it. That can't be taken back. */
    @Permission("disclosure:work")
    public void show(@About(DisclosureCase.KIND) UUID disclosure) {
        act.happened(locked(disclosure).show(act.actor(), act.now()));
    }

    /** Records that it was published. */
    @Permission("disclosure:work")
    public void publish(@About(DisclosureCase.KIND) UUID disclosure, LocalDate day) {
        DisclosureCase found = locked(disclosure);
        act.happened(found.publish(act.actor(), day, embargoes.inEffect(found.report()), act.now()));
    }

    /** Gives it up, with the reason. */
    @Permission("disclosure:work")
    public void withdraw(@About(DisclosureCase.KIND) UUID disclosure, String reason) {
        act.happened(locked(disclosure).withdraw(act.actor(), reason, vault, act.now()));
    }

    private DisclosureCase locked(UUID disclosure) {
        DisclosureCase found = cases.requireLocked(disclosure);
        gate.require(found.agreement(), found.organisation(), Action.REPORT_READ);
        return found;
    }
}
