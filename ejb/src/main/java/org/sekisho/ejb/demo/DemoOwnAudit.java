package org.sekisho.ejb.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.AuditClause.AssuranceLevel;
import org.sekisho.domain.agreement.clause.AuditClause.Standard;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.engagement.AuditRequest;
import org.sekisho.domain.assurance.engagement.EngagementTerms;
import org.sekisho.ejb.assurance.AuditService;
import org.sekisho.ejb.assurance.DecideIndependence;
import org.sekisho.ejb.assurance.DeclareIndependence;
import org.sekisho.ejb.assurance.RaiseRequest;
import org.sekisho.ejb.assurance.RequestService;
import org.sekisho.ejb.assurance.ScheduleAudit;

/** The audit of the secretariat, which operates the installation: commissioned by the cyber unit, in fieldwork, and asking for what the portal can't know. */
@ApplicationScoped
class DemoOwnAudit {

    private static final String AUDITOR = DemoRegister.of("auditor", "audit");
    private static final String OWNER = DemoRegister.of("reviewer", "cyber");
    private static final String SECOND = DemoRegister.of("reviewer2", "cyber");

    private static final int PERIOD_DAYS = 90;
    private static final int GRACE_DAYS = 60;

    @Inject
    private DemoSessions sessions;

    @Inject
    private AuditService audits;

    @Inject
    private RequestService requests;

    private final DemoTexts texts = new DemoTexts();
    private @Nullable UUID engagement;

    /** Writes the engagement's story into the diary. */
    void tell(DemoDiary diary, DemoRegister register, LocalDate today) {
        Period period = new Period(today.minusDays(45), today.plusDays(PERIOD_DAYS - 46L));
        UUID secretariat = register.organisation("sekisho");
        diary.on(48, () -> schedule(secretariat, period));
        diary.on(47, () -> staff(register));
        diary.on(46, () -> {
            agreeOnIndependence(register, Optional.of(register.person(AUDITOR)));
            agreeOnIndependence(register, Optional.empty());
        });
        diary.on(40, () -> sessions.run(OWNER, () -> audits.beginFieldwork(id())));
        diary.on(
                38,
                () -> sessions.run(
                        AUDITOR,
                        () -> requests.raise(new RaiseRequest(
                                id(),
                                new AuditRequest.Asked(
                                        secretariat,
                                        EvidenceSection.OPERATIONS,
                                        texts.both("own-audit.request"),
                                        period,
                                        today.plusDays(12))))));
    }

    private void schedule(UUID secretariat, Period period) {
        EngagementTerms terms = new EngagementTerms(
                Standard.JAPANESE_SYSTEM_AUDIT,
                AssuranceLevel.LIMITED,
                texts.both("own-audit.criteria"),
                secretariat,
                texts.both("own-audit.users"),
                period,
                EnumSet.of(EvidenceSection.OPERATIONS, EvidenceSection.TRAIL),
                period.last().plusDays(GRACE_DAYS));
        engagement = sessions.as(OWNER, () -> audits.schedule(new ScheduleAudit(Optional.empty(), terms)));
    }

    private void staff(DemoRegister register) {
        sessions.run(OWNER, () -> audits.appoint(id(), register.organisation("audit")));
        sessions.run(OWNER, () -> audits.assign(id(), register.person(AUDITOR)));
    }

    /** @param whose the auditor's; empty for the firm's */
    private void agreeOnIndependence(DemoRegister register, Optional<UUID> whose) {
        UUID declaration = sessions.as(AUDITOR, () -> audits.declare(new DeclareIndependence(id(), whose, List.of())));
        sessions.run(
                OWNER, () -> audits.decide(new DecideIndependence(id(), declaration, true, "", Optional.empty(), "")));
        sessions.run(
                SECOND,
                () -> audits.decide(new DecideIndependence(
                        id(), declaration, true, "", Optional.of(register.organisation("cyber")), "")));
    }

    private UUID id() {
        return Objects.requireNonNull(engagement, "told out of order");
    }
}
