package org.sekisho.container.regime;

import static org.sekisho.container.regime.Sessions.use;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.AuditClause.AssuranceLevel;
import org.sekisho.domain.agreement.clause.AuditClause.Standard;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.engagement.AuditRequest;
import org.sekisho.domain.assurance.engagement.EngagementTerms;
import org.sekisho.domain.assurance.finding.FindingDays;
import org.sekisho.domain.assurance.finding.FindingSeverity;
import org.sekisho.domain.assurance.finding.FindingWords;
import org.sekisho.domain.assurance.finding.FindingWords.Part;
import org.sekisho.domain.assurance.sample.PopulationKind;
import org.sekisho.domain.assurance.sample.Sample;
import org.sekisho.domain.assurance.sample.SamplingMethod;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.ejb.assurance.AuditService;
import org.sekisho.ejb.assurance.CorrectiveActionService;
import org.sekisho.ejb.assurance.DecideIndependence;
import org.sekisho.ejb.assurance.DeclareIndependence;
import org.sekisho.ejb.assurance.EvidenceService;
import org.sekisho.ejb.assurance.EvidenceUpload;
import org.sekisho.ejb.assurance.FindingService;
import org.sekisho.ejb.assurance.FreezePopulation;
import org.sekisho.ejb.assurance.PackService;
import org.sekisho.ejb.assurance.PickItem;
import org.sekisho.ejb.assurance.RaiseFinding;
import org.sekisho.ejb.assurance.RaiseRequest;
import org.sekisho.ejb.assurance.RequestService;
import org.sekisho.ejb.assurance.SampleService;
import org.sekisho.ejb.assurance.ScheduleAudit;
import org.sekisho.ejb.assurance.UploadEvidence;

/** Engagements that audit a bank, with evidence and packs. */
final class Audits {

    private final Player coordinator;
    private final Player recorder;
    private final UUID authority;
    private final LocalDate today;

    /** @param recorder a coordinator who records what the authority decides elsewhere */
    Audits(Player coordinator, Player recorder, UUID authority, LocalDate today) {
        this.coordinator = coordinator;
        this.recorder = recorder;
        this.authority = authority;
        this.today = today;
    }

    EngagementTerms terms(UUID audited) {
        return new EngagementTerms(
                Standard.ISAE_3000,
                AssuranceLevel.LIMITED,
                "Clauses 2 and 11",
                audited,
                "Parties and authorities",
                // The calendar plans from the term's first day, today, and may do so at this very moment.
                new Period(today.minusDays(1), today.plusDays(80)),
                EnumSet.allOf(EvidenceSection.class),
                today.plusDays(90));
    }

    /** In fieldwork, with this auditor accepted as independent. */
    UUID inFieldwork(Bank bank, UUID agreement, Player auditor) {
        UUID engagement = scheduled(bank, agreement);
        AuditService audits = use(AuditService.class);
        coordinator.run(() -> audits.appoint(engagement, auditor.organisation()));
        coordinator.run(() -> audits.assign(engagement, auditor.id()));
        bank.keep("declaration", independent(engagement, auditor, Optional.of(auditor.id())));
        independent(engagement, auditor, Optional.empty());
        coordinator.run(() -> audits.beginFieldwork(engagement));
        return engagement;
    }

    /** Declared, and accepted by secretariat and authority; the declaration. */
    private UUID independent(UUID engagement, Player auditor, Optional<UUID> person) {
        AuditService audits = use(AuditService.class);
        UUID declaration = auditor.as(() -> audits.declare(new DeclareIndependence(engagement, person, List.of())));
        coordinator.run(
                () -> audits.decide(new DecideIndependence(engagement, declaration, true, "", Optional.empty(), "")));
        recorder.run(() -> audits.decide(
                new DecideIndependence(engagement, declaration, true, "", Optional.of(authority), "Letter 12")));
        return declaration;
    }

    UUID scheduled(Bank bank, UUID agreement) {
        return coordinator.as(() -> use(AuditService.class)
                .schedule(new ScheduleAudit(Optional.of(agreement), terms(bank.organisation()))));
    }

    UUID request(Bank bank, UUID engagement, Player auditor) {
        return auditor.as(() -> use(RequestService.class)
                .raise(new RaiseRequest(
                        engagement,
                        new AuditRequest.Asked(
                                bank.organisation(),
                                EvidenceSection.TRAINING,
                                "Certificates of the team",
                                new Period(today, today.plusDays(30)),
                                today.plusDays(20)))));
    }

    /** What the bank's CISO hands in, sealed and not yet received. */
    EvidenceUpload upload(Bank bank, UUID engagement, String title, String fileName, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        EvidenceUpload upload = bank.person(Role.CISO).as(() -> use(EvidenceService.class)
                .open(new UploadEvidence(
                        engagement,
                        EvidenceSection.TRAINING,
                        "",
                        new Period(today, today),
                        Tlp.AMBER_STRICT,
                        title,
                        fileName,
                        bytes.length)));
        try {
            upload.take(new ByteArrayInputStream(bytes));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return upload;
    }

    UUID evidence(Bank bank, UUID engagement, String title, String fileName, String text) {
        EvidenceUpload upload = upload(bank, engagement, title, fileName, text);
        return bank.person(Role.CISO).as(() -> use(EvidenceService.class).receive(upload));
    }

    /** A judgemental sample of grants, with the first of them picked. */
    void sample(Bank bank, UUID engagement, Player auditor) {
        SampleService samples = use(SampleService.class);
        UUID sample = auditor.as(() -> samples.freezePopulation(new FreezePopulation(
                engagement,
                new Sample.Wanted(
                        "Approval of grants",
                        PopulationKind.GRANTS,
                        SamplingMethod.JUDGEMENTAL,
                        new Period(today, today.plusDays(30)),
                        0))));
        UUID record =
                auditor.as(() -> samples.population(sample, Optional.empty(), Optional.empty(), PageRequest.first())
                        .items()
                        .get(0)
                        .subject());
        bank.keep("sample", sample);
        bank.keep("sampled-record", record);
        bank.keep("sample-item", auditor.as(() -> samples.pick(new PickItem(sample, record, "The first"))));
    }

    void answer(Bank bank, UUID request, UUID evidence) {
        bank.person(Role.CISO).run(() -> use(RequestService.class).answer(request, Set.of(evidence)));
    }

    /** Shown to the bank, whose CISO confirmed the facts. */
    UUID finding(Bank bank, UUID engagement, Player auditor) {
        FindingService findings = use(FindingService.class);
        Map<Part, String> words = Map.of(
                Part.TITLE, "Certificates missing",
                Part.CONDITION, "Two of nine people trained without a certificate",
                Part.CRITERION, "Clause on people",
                Part.RECOMMENDATION, "Keep certificates");
        UUID finding = auditor.as(() -> findings.raise(new RaiseFinding(
                engagement,
                EvidenceSection.TRAINING,
                FindingSeverity.MEDIUM,
                Set.of("tr-1"),
                new FindingWords(words))));
        auditor.run(() ->
                findings.submit(finding, new FindingDays(today.plusDays(5), today.plusDays(15), today.plusDays(60))));
        bank.person(Role.CISO).run(() -> findings.confirm(finding));
        return finding;
    }

    UUID action(Bank bank, UUID finding) {
        return bank.person(Role.CISO).as(() -> use(CorrectiveActionService.class)
                .plan(finding, today.plusDays(30), "Certificates are collected", Optional.empty()));
    }

    /** A built pack. */
    UUID pack(UUID engagement, Player auditor) {
        UUID pack = auditor.as(() -> use(PackService.class).request(engagement));
        Waiting.until("The pack is built", () -> Database.texts("select state from pack where id = ?", pack)
                .equals(List.of("READY")));
        return pack;
    }
}
