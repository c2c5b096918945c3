package org.sekisho.ejb.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.AuditClause.AssuranceLevel;
import org.sekisho.domain.agreement.clause.AuditClause.Standard;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.engagement.AuditRequest;
import org.sekisho.domain.assurance.engagement.DeclaredThreat;
import org.sekisho.domain.assurance.engagement.EngagementTerms;
import org.sekisho.domain.assurance.engagement.Threat;
import org.sekisho.ejb.assurance.AuditService;
import org.sekisho.ejb.assurance.DecideIndependence;
import org.sekisho.ejb.assurance.DeclareIndependence;
import org.sekisho.ejb.assurance.EvidenceService;
import org.sekisho.ejb.assurance.EvidenceUpload;
import org.sekisho.ejb.assurance.RaiseRequest;
import org.sekisho.ejb.assurance.RequestService;
import org.sekisho.ejb.assurance.ScheduleAudit;
import org.sekisho.ejb.assurance.UploadEvidence;

/** An engagement in fieldwork: independence declared and decided, evidence asked for, some of it there, a sample, and two findings. */
@ApplicationScoped
class DemoAudits {

    private static final String AUDITOR = DemoRegister.of("auditor", "audit");
    private static final String AUTHORITY = DemoRegister.of("reviewer", "cyber");
    private static final Set<EvidenceSection> SECTIONS = EnumSet.of(
            EvidenceSection.AGREEMENT,
            EvidenceSection.GRANTS,
            EvidenceSection.TRAINING,
            EvidenceSection.ENVIRONMENTS,
            EvidenceSection.PLAYBOOK_EXERCISES,
            EvidenceSection.FREEZES,
            EvidenceSection.TRAIL);
    /** The controls of the delivered catalogue that the evidence is handed in for. */
    private static final Map<EvidenceSection, String> CONTROLS =
            Map.of(EvidenceSection.TRAINING, "tr-1", EvidenceSection.PLAYBOOK_EXERCISES, "pb-1");

    private static final int PERIOD_DAYS = 90;
    private static final int GRACE_DAYS = 14;

    @Inject
    private DemoSessions sessions;

    @Inject
    private AuditService audits;

    @Inject
    private RequestService requests;

    @Inject
    private EvidenceService evidence;

    @Inject
    private DemoFindings findings;

    @Inject
    private DemoSamples samples;

    private final DemoTexts texts = new DemoTexts();
    private @Nullable UUID engagement;
    private @Nullable UUID trainingRequest;
    private @Nullable UUID exerciseRequest;

    /** Writes the engagement's story into the diary. */
    void tell(DemoDiary diary, DemoRegister register, DemoAgreement agreement, LocalDate today) {
        Period period = new Period(agreement.firstDay(), agreement.firstDay().plusDays(PERIOD_DAYS - 1L));
        UUID bank = register.organisation(agreement.bank());
        diary.on(60, () -> schedule(agreement, bank, period));
        diary.on(56, () -> staff(register));
        diary.on(50, () -> agreeOnIndependence(register.person(AUDITOR)));
        diary.on(30, () -> sessions.run(DemoRegister.COORDINATOR, () -> audits.beginFieldwork(id())));
        diary.on(28, () -> {
            trainingRequest = ask(bank, EvidenceSection.TRAINING, period, today.minusDays(14));
            exerciseRequest = ask(bank, EvidenceSection.PLAYBOOK_EXERCISES, period, today.minusDays(7));
            ask(bank, EvidenceSection.ENVIRONMENTS, period, today.plusDays(1));
        });
        Period soFar = new Period(period.first(), today.minusDays(20));
        diary.on(20, () -> answer(agreement, trainingRequest, EvidenceSection.TRAINING, soFar));
        diary.on(18, () -> sessions.run(AUDITOR, () -> requests.accept(require(trainingRequest))));
        diary.on(12, () -> samples.tell(id(), period));
        diary.on(8, () -> findings.agreed(id(), agreement, today));
        diary.on(2, () -> findings.shown(id(), today));
        diary.on(3, () -> answer(agreement, exerciseRequest, EvidenceSection.PLAYBOOK_EXERCISES, soFar));
    }

    private void schedule(DemoAgreement agreement, UUID bank, Period period) {
        EngagementTerms terms = new EngagementTerms(
                Standard.ISAE_3000,
                AssuranceLevel.LIMITED,
                texts.both("audit.criteria"),
                bank,
                texts.both("audit.users"),
                period,
                SECTIONS,
                period.last().plusDays(1L + GRACE_DAYS));
        engagement = sessions.as(
                DemoRegister.COORDINATOR, () -> audits.schedule(new ScheduleAudit(Optional.of(agreement.id()), terms)));
    }

    private void staff(DemoRegister register) {
        sessions.run(DemoRegister.COORDINATOR, () -> audits.appoint(id(), register.organisation("audit")));
        sessions.run(DemoRegister.COORDINATOR, () -> audits.assign(id(), register.person(AUDITOR)));
    }

    private void agreeOnIndependence(UUID auditor) {
        DeclaredThreat threat = new DeclaredThreat(
                Threat.FAMILIARITY, texts.both("audit.circumstances"), texts.both("audit.safeguard"));
        agreeOnIndependence(Optional.of(auditor), List.of(threat));
        agreeOnIndependence(Optional.empty(), List.of());
    }

    /** @param auditor empty for the firm */
    private void agreeOnIndependence(Optional<UUID> auditor, List<DeclaredThreat> threats) {
        UUID declaration = sessions.as(AUDITOR, () -> audits.declare(new DeclareIndependence(id(), auditor, threats)));
        DecideIndependence accepted = new DecideIndependence(
                id(), declaration, true, threats.isEmpty() ? "" : texts.both("audit.accepted"), Optional.empty(), "");
        sessions.run(DemoRegister.COORDINATOR, () -> audits.decide(accepted));
        sessions.run(AUTHORITY, () -> audits.decide(accepted));
    }

    private UUID ask(UUID bank, EvidenceSection section, Period period, LocalDate due) {
        AuditRequest.Asked asked =
                new AuditRequest.Asked(bank, section, texts.both("audit.request." + section.folder()), period, due);
        return sessions.as(AUDITOR, () -> requests.raise(new RaiseRequest(id(), asked)));
    }

    private void answer(DemoAgreement agreement, @Nullable UUID request, EvidenceSection section, Period proves) {
        String key = "audit.evidence." + section.folder();
        byte[] content = texts.both(key + ".content").replace(" / ", "\n").getBytes(StandardCharsets.UTF_8);
        UploadEvidence command = new UploadEvidence(
                id(),
                section,
                CONTROLS.getOrDefault(section, ""),
                proves,
                Tlp.AMBER_STRICT,
                texts.both(key),
                section.folder() + ".txt",
                content.length);
        UUID item = sessions.as(agreement.at("security"), () -> {
            EvidenceUpload upload = evidence.open(command);
            take(upload, content);
            return evidence.receive(upload);
        });
        sessions.run(agreement.at("security"), () -> requests.answer(require(request), Set.of(item)));
    }

    private static void take(EvidenceUpload upload, byte[] content) {
        try {
            upload.take(new ByteArrayInputStream(content));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private UUID id() {
        return require(engagement);
    }

    private static UUID require(@Nullable UUID told) {
        return Objects.requireNonNull(told, "told out of order");
    }
}
