package org.sekisho.ejb.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.playbook.ExerciseKind;
import org.sekisho.domain.shared.Days;
import org.sekisho.ejb.access.EnvironmentService;
import org.sekisho.ejb.access.GrantService;
import org.sekisho.ejb.access.ProposeAttestation;
import org.sekisho.ejb.access.RecordTraining;
import org.sekisho.ejb.access.RequestGrant;
import org.sekisho.ejb.access.TrainingService;
import org.sekisho.ejb.playbook.DraftPlaybook;
import org.sekisho.ejb.playbook.PlaybookService;
import org.sekisho.ejb.playbook.RecordExercise;

/** What makes an agreement usable: grants, training, a sound environment, exercised playbooks. */
@ApplicationScoped
class DemoAccess {

    private static final String ANALYST = "analyst";
    private static final String REVIEWER = "security";
    private static final String SECOND_REVIEWER = "security2";
    private static final String ADMINISTRATOR = "admin";
    private static final String CISO = "ciso";
    private static final int ATTESTED_DAYS = 360;

    @Inject
    private DemoSessions sessions;

    @Inject
    private GrantService grants;

    @Inject
    private TrainingService trainings;

    @Inject
    private EnvironmentService environments;

    @Inject
    private PlaybookService playbooks;

    @Inject
    private Clock clock;

    private final DemoTexts texts = new DemoTexts();

    /** Writes into the diary what follows the first days of the agreements. */
    void tell(DemoDiary diary, DemoRegister register, DemoAgreements.Governing agreements, LocalDate today) {
        begin(diary, register, agreements.aoba(), 78);
        begin(diary, register, agreements.hinode(), 68);
        team(diary, agreements.settlement(), 43);
        team(diary, agreements.branches(), 53);
        diary.on(43, () -> attest(register, agreements.settlement()));
        diary.on(53, () -> attest(register, agreements.branches()));
        diary.on(44, () -> exercised(agreements.settlement(), DemoClauses.SETTLEMENT, today.minusDays(363)));
        // What waits for people of the demo when it is first looked at.
        diary.on(2, () -> draft(agreements.hinode(), DemoClauses.SETTLEMENT));
        diary.on(1, () -> request(agreements.settlement(), SECOND_REVIEWER, Role.SECURITY_REVIEWER));
        diary.on(1, () -> propose(register, agreements.hinode(), today.plusDays(5)));
    }

    private void begin(DemoDiary diary, DemoRegister register, DemoAgreement agreement, int daysAgo) {
        diary.on(daysAgo + 1, () -> train(register, agreement));
        diary.on(daysAgo, () -> attest(register, agreement));
        diary.on(daysAgo, () -> exercised(agreement, DemoClauses.LEAK, day()));
        team(diary, agreement, daysAgo);
        diary.on(daysAgo - 1, () -> grant(agreement, SECOND_REVIEWER, Role.SECURITY_REVIEWER));
    }

    private void team(DemoDiary diary, DemoAgreement agreement, int daysAgo) {
        diary.on(daysAgo, () -> grant(agreement, ANALYST, Role.ANALYST));
        diary.on(daysAgo, () -> grant(agreement, REVIEWER, Role.SECURITY_REVIEWER));
    }

    private void train(DemoRegister register, DemoAgreement agreement) {
        for (String local : new String[] {ANALYST, REVIEWER, SECOND_REVIEWER}) {
            UUID person = register.person(agreement.at(local));
            sessions.run(
                    agreement.at(CISO),
                    () -> trainings.record(new RecordTraining(
                            agreement.id(),
                            person,
                            Optional.empty(),
                            DemoClauses.TRAINING,
                            day().minusDays(3),
                            texts.both("training-evidence"))));
        }
    }

    private UUID request(DemoAgreement agreement, String local, Role role) {
        return sessions.as(
                agreement.at(ADMINISTRATOR),
                () -> grants.request(new RequestGrant(
                        agreement.id(),
                        agreement.at(local),
                        role,
                        texts.both("grant." + local),
                        day(),
                        agreement.lastDay())));
    }

    private void grant(DemoAgreement agreement, String local, Role role) {
        grant(agreement, local, role, CISO);
    }

    /** @param approver the second person of the bank, who isn't the one that gets it */
    void grant(DemoAgreement agreement, String local, Role role, String approver) {
        UUID requested = request(agreement, local, role);
        sessions.run(agreement.at(approver), () -> grants.approve(requested));
        sessions.run(DemoRegister.COORDINATOR, () -> grants.check(requested));
    }

    private void attest(DemoRegister register, DemoAgreement agreement) {
        UUID proposed = propose(register, agreement, day());
        sessions.run(DemoRegister.COORDINATOR, () -> environments.approve(proposed));
    }

    private UUID propose(DemoRegister register, DemoAgreement agreement, LocalDate from) {
        return sessions.as(
                agreement.at(REVIEWER),
                () -> environments.propose(new ProposeAttestation(
                        agreement.id(),
                        DemoClauses.ENVIRONMENT,
                        register.organisation("cyber"),
                        texts.both("attestation"),
                        Optional.empty(),
                        from,
                        from.plusDays(ATTESTED_DAYS))));
    }

    private UUID draft(DemoAgreement agreement, String code) {
        return sessions.as(
                agreement.at(REVIEWER),
                () -> playbooks.draft(new DraftPlaybook(
                        code,
                        texts.words("playbook." + code).en(),
                        texts.words("playbook." + code).ja())));
    }

    private void exercised(DemoAgreement agreement, String code, LocalDate day) {
        UUID playbook = draft(agreement, code);
        sessions.run(
                agreement.at(CISO),
                () -> playbooks.approve(playbook, playbooks.find(playbook).rowVersion()));
        sessions.run(
                agreement.at(REVIEWER),
                () -> playbooks.exercise(
                        new RecordExercise(playbook, day, ExerciseKind.TABLE_TOP, texts.both("exercise-evidence"))));
    }

    private LocalDate day() {
        return Days.of(clock.instant());
    }
}
