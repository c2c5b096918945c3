package org.sekisho.domain.assurance.engagement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sekisho.domain.party.OrganisationKind.AUDIT_FIRM;
import static org.sekisho.domain.party.OrganisationKind.AUTHORITY;
import static org.sekisho.domain.party.OrganisationKind.INSTITUTION;
import static org.sekisho.domain.party.OrganisationKind.IT_VENDOR;
import static org.sekisho.domain.party.OrganisationKind.MINISTRY;
import static org.sekisho.domain.party.OrganisationKind.MODEL_PROVIDER;
import static org.sekisho.domain.party.OrganisationKind.SECRETARIAT;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.domain.agreement.clause.AuditClause.AssuranceLevel;
import org.sekisho.domain.agreement.clause.AuditClause.Standard;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.Audit;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Refused;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;

/** Who commissions an audit of whom, and what is looked at where no agreement is audited. */
class CommissionTest {

    private static final Commission OF_SECRETARIAT = new Commission(Audit.CYBER_UNIT, AUTHORITY, SECRETARIAT);
    private static final Actor SECOND_REVIEWER = Audit.person(Audit.CYBER_UNIT, AUTHORITY, Role.AUTHORITY_REVIEWER);

    @Test
    void theSecretariatCommissionsAllAuditsButItsOwnAndAnAuthorityThatOne() {
        assertEquals(EnumSet.of(INSTITUTION, MODEL_PROVIDER, IT_VENDOR, AUTHORITY, MINISTRY), auditedBy(SECRETARIAT));
        assertEquals(EnumSet.of(SECRETARIAT), auditedBy(AUTHORITY));
        for (OrganisationKind other : List.of(INSTITUTION, MODEL_PROVIDER, IT_VENDOR, AUDIT_FIRM, MINISTRY)) {
            assertEquals(Set.of(), auditedBy(other), other::name);
        }
    }

    private static Set<OrganisationKind> auditedBy(OrganisationKind by) {
        return Arrays.stream(OrganisationKind.values())
                .filter(of -> Commission.isPossible(by, of))
                .collect(Collectors.toSet());
    }

    @Test
    void nobodyCommissionsTheAuditOfItself() {
        EngagementTerms ofSecretariat = terms(Audit.SECRETARIAT, EvidenceSection.OPERATIONS);
        Commission itself = new Commission(Audit.SECRETARIAT, SECRETARIAT, SECRETARIAT);
        Refused.with(AssuranceError.COMMISSIONED_BY_AUDITED, () -> scheduled(itself, ofSecretariat));
        Commission another = new Commission(UUID.randomUUID(), SECRETARIAT, SECRETARIAT);
        Refused.with(AssuranceError.COMMISSION_NOT_THEIRS, () -> scheduled(another, ofSecretariat));
        assertEquals(Audit.CYBER_UNIT, scheduled(OF_SECRETARIAT, ofSecretariat).owner());
    }

    @Test
    void termsAreNotSettledSoThatTheOwnerIsAudited() {
        Engagement engagement = Audit.scheduled();
        EngagementTerms ofSecretariat = terms(Audit.SECRETARIAT, EvidenceSection.OPERATIONS);
        Refused.with(
                AssuranceError.COMMISSIONED_BY_AUDITED,
                () -> engagement.settle(
                        Audit.COORDINATOR, ofSecretariat, new Commission(Audit.SECRETARIAT, SECRETARIAT, SECRETARIAT)));
        assertEquals(Audit.BANK, engagement.terms().responsibleParty());
    }

    @ParameterizedTest
    @EnumSource
    void withoutAnAgreementOnlyWhatStandsAloneIsLookedAt(EvidenceSection section) {
        EngagementTerms terms = terms(Audit.SECRETARIAT, section);
        if (EnumSet.of(EvidenceSection.OPERATIONS, EvidenceSection.PLAYBOOK_EXERCISES, EvidenceSection.TRAIL)
                .contains(section)) {
            Engagement engagement = scheduled(OF_SECRETARIAT, terms);
            assertEquals(Set.of(section), engagement.terms().sections());
        } else {
            Refused.with(AssuranceError.SECTION_NEEDS_AGREEMENT, () -> scheduled(OF_SECRETARIAT, terms));
        }
    }

    @Test
    void sectionsThatNeedAnAgreementAreNotSettledWithoutOne() {
        Engagement engagement = scheduled(OF_SECRETARIAT, terms(Audit.SECRETARIAT, EvidenceSection.OPERATIONS));
        Refused.with(
                AssuranceError.SECTION_NEEDS_AGREEMENT,
                () -> engagement.settle(
                        Audit.REVIEWER, terms(Audit.SECRETARIAT, EvidenceSection.GRANTS), OF_SECRETARIAT));
    }

    @Test
    void anAuthorityLeadsTheAuditOfTheSecretariatAndTwoOfItsPeopleDecide() {
        Engagement engagement = scheduled(OF_SECRETARIAT, terms(Audit.SECRETARIAT, EvidenceSection.OPERATIONS));
        Appointment appointment = Audit.appointment(Audit.FIRM);
        Refused.with(AssuranceError.OWNER_ONLY, () -> engagement.appoint(Audit.COORDINATOR, appointment));
        engagement.appoint(Audit.REVIEWER, appointment);
        AuditTeam team = engagement.team();
        team.assign(
                Audit.REVIEWER, Audit.AUDITOR.requirePerson(), Audit.AUDITOR.affiliations(), Set.of(), Audit.SEPTEMBER);
        for (Optional<UUID> whose : List.of(Audit.AUDITOR.person(), Optional.<UUID>empty())) {
            UUID declaration = team.declare(Audit.AUDITOR, whose, List.of(), Audit.SEPTEMBER)
                    .declaration();
            Refused.with(
                    AssuranceError.OWNER_ONLY,
                    () -> team.decide(Audit.COORDINATOR, declaration, true, "", Audit.SEPTEMBER));
            team.decide(Audit.REVIEWER, declaration, true, "", Audit.SEPTEMBER);
            Refused.with(
                    AssuranceError.DECIDE_NOT_TWICE,
                    () -> team.decideForAuthority(
                            Audit.REVIEWER, declaration, Audit.CYBER_UNIT, true, "", "", Audit.SEPTEMBER));
            team.decideForAuthority(SECOND_REVIEWER, declaration, Audit.CYBER_UNIT, true, "", "", Audit.SEPTEMBER);
        }
        engagement.beginFieldwork(Audit.REVIEWER, Audit.SEPTEMBER);
        assertEquals(EngagementState.FIELDWORK, engagement.state());
    }

    @Test
    void theAuditedAuthorityHasNoSayOnItsAuditors() {
        EngagementTerms ofAuthority = terms(Audit.CYBER_UNIT, EvidenceSection.OPERATIONS);
        Engagement engagement = scheduled(new Commission(Audit.SECRETARIAT, SECRETARIAT, AUTHORITY), ofAuthority);
        engagement.appoint(Audit.COORDINATOR, Audit.appointment(Audit.FIRM));
        AuditTeam team = engagement.team();
        UUID declaration = team.declare(Audit.AUDITOR, Optional.empty(), List.of(), Audit.SEPTEMBER)
                .declaration();
        Refused.with(
                AssuranceError.DECIDE_NOT_AUDITED,
                () -> team.decideForAuthority(
                        Audit.REVIEWER, declaration, Audit.CYBER_UNIT, true, "", "", Audit.SEPTEMBER));
        Refused.with(
                AssuranceError.DECIDE_NOT_AUDITED,
                () -> team.decideForAuthority(
                        Audit.COORDINATOR, declaration, Audit.CYBER_UNIT, true, "", "No. 12", Audit.SEPTEMBER));
    }

    private static Engagement scheduled(Commission commission, EngagementTerms terms) {
        return new Engagement(
                Optional.empty(), "AUD-2026-Q2", commission, terms, new IndependenceRules(3, 12), 1, Audit.SEPTEMBER);
    }

    private static EngagementTerms terms(UUID audited, EvidenceSection section) {
        return new EngagementTerms(
                Standard.JAPANESE_SYSTEM_AUDIT,
                AssuranceLevel.LIMITED,
                "How the installation is run",
                audited,
                "Parties and authorities",
                Audit.PERIOD,
                Set.of(section),
                Audit.REPORT_DUE);
    }
}
