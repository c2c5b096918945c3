package org.sekisho.domain.agreement.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.AgreementState;
import org.sekisho.domain.agreement.access.AgreementFacts.Signatures;
import org.sekisho.domain.agreement.access.AssuranceFacts.CorrectiveAction;
import org.sekisho.domain.agreement.access.PlaybookFacts.ApprovedPlaybook;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.agreement.clause.ApprovalNeeded;
import org.sekisho.domain.agreement.clause.Audience;
import org.sekisho.domain.agreement.clause.AuditClause;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.EnvironmentsClause;
import org.sekisho.domain.agreement.clause.ExportClause;
import org.sekisho.domain.agreement.clause.GeneralClause;
import org.sekisho.domain.agreement.clause.Language;
import org.sekisho.domain.agreement.clause.LiveFireClause;
import org.sekisho.domain.agreement.clause.NetworkRange;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.agreement.clause.PeopleClause;
import org.sekisho.domain.agreement.clause.PeopleClause.RequiredTraining;
import org.sekisho.domain.agreement.clause.PeopleClause.RoleActions;
import org.sekisho.domain.agreement.clause.Phase;
import org.sekisho.domain.agreement.clause.PhaseClause;
import org.sekisho.domain.agreement.clause.PhaseClause.PhaseRule;
import org.sekisho.domain.agreement.clause.PlaybooksClause;
import org.sekisho.domain.agreement.clause.Purpose;
import org.sekisho.domain.agreement.clause.ScopeClause;
import org.sekisho.domain.agreement.clause.ScopeClause.NamedSystem;
import org.sekisho.domain.agreement.clause.UsageClause;
import org.sekisho.domain.agreement.clause.Words;
import org.sekisho.domain.agreement.environment.AttestationState;
import org.sekisho.domain.agreement.freeze.FreezeScope;
import org.sekisho.domain.agreement.grant.GrantState;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;

/** An agreement of a bank under which everything holds on 24 November 2026 at noon, to be spoilt by tests one thing at a time. */
final class Scenario {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final UUID AGREEMENT = new UUID(1, 1);
    static final UUID BANK = new UUID(2, 1);
    static final UUID RIVAL = new UUID(2, 2);
    static final UUID PROVIDER = new UUID(2, 3);
    static final UUID SECRETARIAT = new UUID(2, 4);
    static final UUID ANALYST = new UUID(3, 1);
    static final UUID COLLEAGUE = new UUID(3, 2);

    static final LocalDate TERM_LAST = LocalDate.of(2027, 3, 31);
    static final LocalDate GRANT_LAST = LocalDate.of(2027, 2, 28);
    static final LocalDate TRAINED_UNTIL = LocalDate.of(2027, 2, 12);
    static final LocalDate ATTESTED_UNTIL = LocalDate.of(2027, 1, 31);
    static final LocalDate EXERCISED = LocalDate.of(2026, 6, 1);
    static final LocalDate REVIEWED = LocalDate.of(2026, 7, 1);
    static final LocalDate AUDITED = LocalDate.of(2026, 10, 1);
    static final LocalDate ACTION_DUE = LocalDate.of(2026, 12, 20);

    Instant at = Days.startOf(TODAY).plusSeconds(12 * 3600);
    AgreementState state = AgreementState.IN_FORCE;
    Optional<Signatures> signatures = Optional.of(new Signatures(3, "9f2c".repeat(16), 3, 3));
    final Map<ClauseKind, Clause> clauses = new EnumMap<>(AgreementFacts.byKind(standardClauses()));
    Optional<Phase> phase = Optional.of(Phase.PILOT);
    boolean agreementKnown = true;
    Optional<PersonFacts> person = Optional.of(new PersonFacts(ANALYST, true, Map.of(BANK, Set.of(Role.ANALYST))));
    Optional<List<GrantFact>> grants = Optional.of(List.of(grant(Role.ANALYST, GRANT_LAST, GrantState.ACTIVE)));
    Optional<List<TrainingFact>> trainings = Optional.of(List.of(training("handling", TRAINED_UNTIL)));
    Optional<List<AttestationFact>> attestations =
            Optional.of(List.of(attestation("lab", ATTESTED_UNTIL), attestation("enclave", ATTESTED_UNTIL)));
    Optional<List<FreezeFact>> freezes = Optional.of(List.of());
    Optional<PlaybookFacts> playbooks = Optional.of(
            new PlaybookFacts(List.of(new ApprovedPlaybook("settlement", REVIEWED, Optional.of(EXERCISED)))));
    Optional<AssuranceFacts> assurance = Optional.of(new AssuranceFacts(
            Optional.of(AUDITED), Optional.empty(), List.of(new CorrectiveAction("CA-1", ACTION_DUE))));
    long requests = 412;
    long tokens = 1_100_000;
    boolean usageKnown = true;

    static List<Clause> standardClauses() {
        return List.of(
                new GeneralClause(
                        LocalDate.of(2026, 5, 28),
                        TERM_LAST,
                        Language.JA,
                        words("Japan"),
                        words("Tokyo District Court"),
                        5,
                        GeneralClause.Subcontracting.FORBIDDEN,
                        Optional.empty(),
                        30,
                        Optional.empty()),
                new ScopeClause(
                        "model",
                        "1.*",
                        EnumSet.allOf(Purpose.class),
                        List.of(new NamedSystem("gateway", words("Settlement gateway"))),
                        List.of(new NamedSystem("core", words("Core ledger")))),
                new PeopleClause(
                        20,
                        List.of(
                                new RoleActions(Role.ANALYST, EnumSet.allOf(Action.class)),
                                new RoleActions(Role.CISO, EnumSet.of(Action.INCIDENT_RUN))),
                        List.of(new RequiredTraining("handling", words("Handling output"), 365, Set.of(Role.ANALYST)))),
                new EnvironmentsClause(
                        List.of(environment("lab", "10.20.0.0/16"), environment("enclave", "2001:db8:20::/48"))),
                new ExportClause(List.of(new ExportClause.Rule(
                        Role.ANALYST,
                        ExportClause.Material.REPORT,
                        Audience.PEER,
                        List.of(new ApprovalNeeded(Role.CISO, 1)),
                        Set.of(ExportClause.Format.PDF),
                        5))),
                new LiveFireClause(Optional.of(new LiveFireClause.WindowRules(
                        List.of(new ApprovalNeeded(Role.CISO, 2)), 4, 24, true, words("Stop at once.")))),
                new AuditClause(90, 14, AuditClause.Standard.ISAE_3000, AuditClause.AssuranceLevel.LIMITED, 3, 12),
                new PlaybooksClause(
                        List.of(new PlaybooksClause.MandatoryPlaybook(
                                "settlement", words("Loss of settlement gateway"))),
                        365,
                        365),
                new UsageClause(2_000, 8_000_000),
                new PhaseClause(
                        Phase.PILOT,
                        List.of(new PhaseRule(Phase.PILOT, Set.of(Purpose.VULNERABILITY_DETECTION), List.of()))));
    }

    static EnvironmentsClause.ApprovedEnvironment environment(String code, String network) {
        return new EnvironmentsClause.ApprovedEnvironment(
                code, words(code), List.of(new NetworkRange(network)), OrganisationKind.INSTITUTION, 365, true);
    }

    static Words words(String text) {
        return new Words(text, text);
    }

    static GrantFact grant(Role role, LocalDate last, GrantState state) {
        return new GrantFact(AGREEMENT, ANALYST, BANK, role, LocalDate.of(2026, 6, 1), last, state);
    }

    static TrainingFact training(String code, LocalDate until) {
        return new TrainingFact(ANALYST, code, until.minusDays(364), until);
    }

    static AttestationFact attestation(String code, LocalDate until) {
        return new AttestationFact(
                AGREEMENT, code, OrganisationKind.INSTITUTION, until.minusDays(364), until, AttestationState.APPROVED);
    }

    FreezeFact freeze(FreezeScope scope) {
        return new FreezeFact(scope, at.minusSeconds(60), false);
    }

    void freezes(FreezeScope... scopes) {
        List<FreezeFact> facts = new ArrayList<>();
        for (FreezeScope scope : scopes) {
            facts.add(freeze(scope));
        }
        freezes = Optional.of(facts);
    }

    AccessFacts facts() {
        return new AccessFacts(at, agreement(), person, grants, trainings, attestations, freezes, outside());
    }

    OutsideFacts outside() {
        Optional<UsageFacts> usage =
                usageKnown ? Optional.of(new UsageFacts(Days.of(at), requests, tokens)) : Optional.empty();
        return new OutsideFacts(playbooks, assurance, usage);
    }

    Optional<AgreementFacts> agreement() {
        return agreementKnown
                ? Optional.of(new AgreementFacts(
                        AGREEMENT,
                        state,
                        Map.of(
                                BANK, PartyRole.INSTITUTION_RECEIVING,
                                PROVIDER, PartyRole.PROVIDER,
                                SECRETARIAT, PartyRole.SECRETARIAT),
                        signatures,
                        clauses,
                        phase))
                : Optional.empty();
    }

    /** The act, with everything named, from inside the lab. */
    AccessRequest act(Action action) {
        return new AccessRequest(
                ANALYST,
                AGREEMENT,
                action,
                AccessRequest.Occasion.ACT,
                Optional.of("lab"),
                Optional.of("gateway"),
                Optional.of(Purpose.VULNERABILITY_DETECTION),
                Optional.empty(),
                Optional.of("10.20.3.4"));
    }

    AccessRequest question(Action action) {
        return AccessRequest.question(ANALYST, AGREEMENT, action);
    }

    AccessDecision decideAct(Action action) {
        return AccessPolicy.decide(act(action), facts());
    }

    AccessDecision decideQuestion(Action action) {
        return AccessPolicy.decide(question(action), facts());
    }

    /** What the decision on a question about the model says of this condition, first. */
    Wording found(Condition condition) {
        return found(condition, question(Action.MODEL_USE));
    }

    Wording found(Condition condition, AccessRequest request) {
        return reason(condition, request).found().get(0).wording();
    }

    Reason reason(Condition condition) {
        return reason(condition, question(Action.MODEL_USE));
    }

    Reason reason(Condition condition, AccessRequest request) {
        return AccessPolicy.decide(request, facts()).reasons().stream()
                .filter(reason -> reason.condition() == condition)
                .findFirst()
                .orElseThrow();
    }
}
