package org.sekisho.container.regime;

import static org.sekisho.container.regime.Sessions.use;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.decision.Assessment;
import org.sekisho.domain.report.decision.Exposure;
import org.sekisho.domain.report.decision.InstitutionsAffected;
import org.sekisho.domain.report.decision.ServiceImportance;
import org.sekisho.domain.shared.Days;
import org.sekisho.ejb.access.DeclareFreeze;
import org.sekisho.ejb.access.EnvironmentService;
import org.sekisho.ejb.access.FreezeService;
import org.sekisho.ejb.access.GrantService;
import org.sekisho.ejb.access.PhaseService;
import org.sekisho.ejb.access.ProposeAttestation;
import org.sekisho.ejb.access.RecordTraining;
import org.sekisho.ejb.access.RequestGrant;
import org.sekisho.ejb.access.TrainingService;
import org.sekisho.ejb.party.ImportService;
import org.sekisho.ejb.party.ImportUpload;
import org.sekisho.ejb.party.RequestRole;
import org.sekisho.ejb.party.RoleService;
import org.sekisho.ejb.playbook.DraftPlaybook;
import org.sekisho.ejb.playbook.PlaybookService;
import org.sekisho.ejb.report.DutyService;
import org.sekisho.ejb.report.FileReport;
import org.sekisho.ejb.report.ReportFlowService;
import org.sekisho.ejb.report.ReportService;

/** What a bank has under its agreement in force: grants, an environment, training, a freeze, a playbook. */
final class AccessThings {

    private static final String REASON = "Founded for the tests";

    private final Player coordinator;
    private final UUID firm;
    private final LocalDate today;

    AccessThings(Player coordinator, UUID firm, LocalDate today) {
        this.coordinator = coordinator;
        this.firm = firm;
        this.today = today;
    }

    void fill(Bank bank, UUID agreement) {
        grants(bank, agreement);
        EnvironmentService environments = use(EnvironmentService.class);
        Player security = bank.person(Role.SECURITY_REVIEWER);
        UUID attested = security.as(() -> environments.propose(attestation(agreement)));
        coordinator.run(() -> environments.approve(attested));
        bank.keep("attestation", attested);
        bank.keep("attestation/proposed", security.as(() -> environments.propose(attestation(agreement))));
        bank.keep("training", coordinator.as(() -> use(TrainingService.class)
                .record(new RecordTraining(
                        agreement,
                        bank.person(Role.ANALYST).id(),
                        Optional.of(bank.organisation()),
                        "safe-output",
                        today,
                        "Certificate 12"))));
        bank.keep("evaluation", coordinator.as(() -> use(PhaseService.class).openEvaluation(agreement)));
        // Before the freeze, which stops an import.
        ReportFiles files = new ReportFiles(bank, agreement);
        bank.keep("report-import", files.published());
        bank.hold(files.upload("held.sarif", ReportFiles.sarif("held " + bank.name())));
        bank.keep("report", bank.person(Role.ANALYST).as(() -> use(ReportService.class)
                .file(new FileReport(agreement, Tlp.AMBER_STRICT, ReportContent.of("Finding of " + bank.name(), "")))));
        bank.keep("escalation", escalated(bank, agreement));
        bank.keep("duty-shift", onDuty(bank.person(Role.DUTY_OFFICER)));
        releases(bank, agreement);
        bank.keep("freeze", bank.person(Role.CISO).as(() -> use(FreezeService.class)
                .freeze(new DeclareFreeze(Optional.of(agreement), Optional.empty(), Optional.empty(), false, REASON))));
        bank.keep("playbook", security.as(() -> use(PlaybookService.class)
                .draft(new DraftPlaybook("settlement-loss", "Loss of settlement " + bank.name(), "決済の停止"))));
        bank.keep("role", request(bank, Role.ANALYST, Role.SECURITY_REVIEWER));
        bank.keep("session", id("select id::text from login_session where person_id = ?", bank.thing("person")));
        bank.keep("import", bank.person(Role.ORGANISATION_ADMINISTRATOR).as(() -> use(ImportService.class)
                .checkImport(table(bank.name()))));
    }

    private UUID onDuty(Player officer) {
        Instant morning = today.plusDays(1).atTime(9, 0).atZone(Days.ZONE).toInstant();
        return officer.as(
                () -> use(DutyService.class).plan(officer.id().toString(), morning, morning.plus(Duration.ofHours(8))));
    }

    /** What concerns the whole network is put before the authority. */
    private static UUID escalated(Bank bank, UUID agreement) {
        Assessment said = new Assessment(
                Optional.of(Exposure.PUBLIC),
                Optional.of(ServiceImportance.CRITICAL),
                Optional.of(InstitutionsAffected.NETWORK));
        ReportContent content = ReportContent.of("Grave finding of " + bank.name(), "");
        UUID report = bank.person(Role.ANALYST)
                .as(() -> use(ReportService.class).file(new FileReport(agreement, Tlp.AMBER_STRICT, content, said)));
        return id("select id::text from escalation where report_id = ?", report);
    }

    /** A release that waits for its approvals and an embargo, as rows: what it takes to ask for one, the regime of the tests doesn't have. */
    private void releases(Bank bank, UUID agreement) {
        UUID ciso = bank.person(Role.CISO).id();
        UUID report = bank.thing("report");
        UUID embargo = UUID.randomUUID();
        Database.run(
                """
                with proposed as (
                    insert into embargo (id, row_version, report_id, organisation_id, until, zone, proposed_by_person_id, proposed_at, state, state_at)
                    select '%s', 1, r.id, r.organisation_id, r.received_at + interval '20 days', 'Asia/Tokyo', '%s', r.received_at, 'IN_EFFECT', r.received_at
                    from report r where r.id = '%s'
                    returning id, until, proposed_by_person_id, proposed_at)
                insert into embargo_step (id, embargo_id, kind, until, person_id, taken_at)
                select gen_random_uuid(), id, 'PROPOSED', until, proposed_by_person_id, proposed_at from proposed
                """
                        .formatted(embargo, ciso, report));
        bank.keep("embargo", embargo);
        UUID release = UUID.randomUUID();
        Database.run(
                """
                insert into report_release (id, row_version, report_id, organisation_id, agreement_id, revision_sha256, recipient_id, audience, role,
                    format, label, source_withheld, sha256, size, requested_by_person_id, requested_at, state, state_at)
                select '%1$s', 1, r.id, r.organisation_id, r.agreement_id, repeat('ab', 32), (select id from organisation where kind = 'AUTHORITY' limit 1),
                    'AUTHORITY', 'CISO', 'PDF', 'AMBER', false, repeat('ab', 32), 1, '%2$s', r.received_at, 'REQUESTED', r.received_at
                from report r where r.id = '%3$s'
                """
                        .formatted(release, ciso, report));
        Database.run("insert into report_release_needed (release_id, role, count) values ('%s', 'SECURITY_REVIEWER', 1)"
                .formatted(release));
        bank.keep("release", release);
        disclosure(bank, agreement, ciso);
    }

    /** A disclosure case, as rows: opening one needs the same conditions. */
    private static void disclosure(Bank bank, UUID agreement, UUID ciso) {
        Player analyst = bank.person(Role.ANALYST);
        UUID report = analyst.as(() -> use(ReportService.class)
                .file(new FileReport(agreement, Tlp.AMBER, ReportContent.of("Product finding of " + bank.name(), ""))));
        analyst.run(() -> use(ReportFlowService.class).triage(report));
        UUID disclosure = UUID.randomUUID();
        Database.run(
                """
                insert into disclosure_case (id, row_version, report_id, report_number, organisation_id, agreement_id, state, opened_at, state_at, jvn, cves)
                select '%s', 1, r.id, r.number, r.organisation_id, r.agreement_id, 'PREPARED', r.received_at, r.received_at, '', ''
                from report r where r.id = '%s'
                """
                        .formatted(disclosure, report));
        Database.run("insert into disclosure_step (id, case_id, kind, person_id, taken_at)"
                + " select gen_random_uuid(), id, 'OPENED', '%s', opened_at from disclosure_case where id = '%s'"
                        .formatted(ciso, disclosure));
        bank.keep("disclosure", disclosure);
    }

    private void grants(Bank bank, UUID agreement) {
        GrantService grants = use(GrantService.class);
        Player by = bank.person(Role.ORGANISATION_ADMINISTRATOR);
        UUID active = by.as(() -> grants.request(grant(bank, agreement, Role.ANALYST)));
        bank.person(Role.CISO).run(() -> grants.approve(active));
        coordinator.run(() -> grants.check(active));
        bank.keep("grant", active);
        UUID answering = by.as(() -> grants.request(grant(bank, agreement, Role.CISO)));
        bank.person(Role.SIGNATORY).run(() -> grants.approve(answering));
        coordinator.run(() -> grants.check(answering));
        bank.keep("grant/answering", answering);
        bank.keep("grant/requested", by.as(() -> grants.request(grant(bank, agreement, Role.SECURITY_REVIEWER))));
    }

    private UUID request(Bank bank, Role whose, Role wanted) {
        return bank.person(Role.ORGANISATION_ADMINISTRATOR).as(() -> use(RoleService.class)
                .request(new RequestRole(bank.person(whose).id(), wanted, bank.organisation(), REASON)));
    }

    private RequestGrant grant(Bank bank, UUID agreement, Role role) {
        return new RequestGrant(agreement, bank.person(role).email(), role, REASON, today, today.plusDays(200));
    }

    private ProposeAttestation attestation(UUID agreement) {
        return new ProposeAttestation(
                agreement, "otemachi-lab", firm, "Report 7", Optional.empty(), today, today.plusDays(100));
    }

    /** A table of people as an administrator hands it in. */
    static ImportUpload table(String organisation) {
        String table = "email,name_en,name_ja,organisation,roles,language\nnewcomer@" + organisation
                + ".example,New Comer,," + organisation + ",,EN\n";
        return new ImportUpload("people.csv", new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), REASON);
    }

    static UUID id(String sql, UUID of) {
        List<String> found = Database.texts(sql, of);
        if (found.isEmpty()) {
            throw new IllegalStateException("Nothing is found: " + sql);
        }
        return UUID.fromString(found.get(0));
    }
}
