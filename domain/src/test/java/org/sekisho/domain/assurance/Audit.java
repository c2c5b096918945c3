package org.sekisho.domain.assurance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.AuditClause.AssuranceLevel;
import org.sekisho.domain.agreement.clause.AuditClause.Standard;
import org.sekisho.domain.assurance.engagement.Appointment;
import org.sekisho.domain.assurance.engagement.AuditTeam;
import org.sekisho.domain.assurance.engagement.Commission;
import org.sekisho.domain.assurance.engagement.Conclusion;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.EngagementState;
import org.sekisho.domain.assurance.engagement.EngagementTerms;
import org.sekisho.domain.assurance.engagement.IndependenceRules;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;

/** The people, organisations and engagements that the tests of this module share. */
public final class Audit {

    public static final UUID AGREEMENT = UUID.randomUUID();
    public static final UUID SECRETARIAT = UUID.randomUUID();
    public static final UUID BANK = UUID.randomUUID();
    public static final UUID RIVAL = UUID.randomUUID();
    public static final UUID PROVIDER = UUID.randomUUID();
    public static final UUID CYBER_UNIT = UUID.randomUUID();
    public static final UUID FIRM = UUID.randomUUID();
    public static final UUID OTHER_FIRM = UUID.randomUUID();
    public static final Set<UUID> PARTIES = Set.of(SECRETARIAT, BANK, PROVIDER);

    public static final Actor COORDINATOR = person(SECRETARIAT, OrganisationKind.SECRETARIAT, Role.COORDINATOR);
    public static final Actor SECOND_COORDINATOR = person(SECRETARIAT, OrganisationKind.SECRETARIAT, Role.COORDINATOR);
    public static final Actor REVIEWER = person(CYBER_UNIT, OrganisationKind.AUTHORITY, Role.AUTHORITY_REVIEWER);
    public static final Actor BANKER = person(BANK, OrganisationKind.INSTITUTION, Role.SECURITY_REVIEWER);
    public static final Actor RIVAL_BANKER = person(RIVAL, OrganisationKind.INSTITUTION, Role.SECURITY_REVIEWER);
    public static final Actor AUDITOR = person(FIRM, OrganisationKind.AUDIT_FIRM, Role.AUDITOR);
    public static final Actor COLLEAGUE = person(FIRM, OrganisationKind.AUDIT_FIRM, Role.AUDITOR);
    public static final Actor COLLECTOR = Actor.system("collector");

    public static final Period PERIOD = new Period(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30));
    public static final LocalDate REPORT_DUE = LocalDate.of(2026, 12, 15);
    /** During the period, before the fieldwork. */
    public static final Instant SEPTEMBER = Days.startOf(LocalDate.of(2026, 9, 10));
    /** After the period. */
    public static final Instant NOVEMBER = Days.startOf(LocalDate.of(2026, 11, 24));

    public static final Set<EvidenceSection> SECTIONS =
            EnumSet.of(EvidenceSection.GRANTS, EvidenceSection.TRAINING, EvidenceSection.PLAYBOOK_EXERCISES);

    /** The secretariat's of the bank. */
    public static final Commission COMMISSION =
            new Commission(SECRETARIAT, OrganisationKind.SECRETARIAT, OrganisationKind.INSTITUTION);

    private Audit() {}

    public static Actor person(UUID organisation, OrganisationKind kind, Role role) {
        return Actor.person(UUID.randomUUID(), organisation, kind, Set.of(organisation), Set.of(role));
    }

    /** The same person, who by now acts for another organisation. */
    public static Actor moved(Actor actor, UUID organisation, Set<UUID> affiliations) {
        return Actor.person(
                actor.requirePerson(), organisation, OrganisationKind.AUDIT_FIRM, affiliations, actor.roles());
    }

    public static EngagementTerms terms() {
        return terms(Standard.ISAE_3000, AssuranceLevel.LIMITED);
    }

    public static EngagementTerms terms(Standard standard, AssuranceLevel level) {
        return new EngagementTerms(
                standard, level, "Clauses 2 and 11", BANK, "Parties and authorities", PERIOD, SECTIONS, REPORT_DUE);
    }

    public static Engagement scheduled() {
        return scheduled(terms());
    }

    public static Engagement scheduled(EngagementTerms terms) {
        return new Engagement(
                Optional.of(AGREEMENT), "AUD-2026-Q2", COMMISSION, terms, new IndependenceRules(3, 12), 1, SEPTEMBER);
    }

    public static Appointment appointment(UUID firm) {
        return new Appointment(firm, OrganisationKind.AUDIT_FIRM, PARTIES, List.of(), List.of());
    }

    /** Scheduled, with the auditor on the team, and both auditor and firm accepted as independent. */
    public static Engagement staffed() {
        return staffed(terms());
    }

    public static Engagement staffed(EngagementTerms terms) {
        Engagement engagement = scheduled(terms);
        engagement.appoint(COORDINATOR, appointment(FIRM));
        accept(engagement, AUDITOR);
        declareAndAccept(engagement, AUDITOR, Optional.empty(), SEPTEMBER);
        return engagement;
    }

    /** Puts the auditor on the team and has the independence accepted by both sides. */
    public static void accept(Engagement engagement, Actor auditor) {
        AuditTeam team = engagement.team();
        team.assign(COORDINATOR, auditor.requirePerson(), auditor.affiliations(), PARTIES, SEPTEMBER);
        declareAndAccept(engagement, auditor, SEPTEMBER);
    }

    public static void declareAndAccept(Engagement engagement, Actor auditor, Instant now) {
        declareAndAccept(engagement, auditor, auditor.person(), now);
    }

    /** @param person whose independence it is; empty for the firm's */
    public static void declareAndAccept(Engagement engagement, Actor auditor, Optional<UUID> person, Instant now) {
        AuditTeam team = engagement.team();
        UUID declaration = team.declare(auditor, person, List.of(), now).declaration();
        team.decide(COORDINATOR, declaration, true, "", now);
        team.decideForAuthority(REVIEWER, declaration, CYBER_UNIT, true, "", "", now);
    }

    /** An engagement in that state, brought there by its verbs. */
    public static Engagement in(EngagementState state) {
        return in(state, terms());
    }

    public static Engagement in(EngagementState state, EngagementTerms terms) {
        Engagement engagement = staffed(terms);
        if (state.compareTo(EngagementState.FIELDWORK) >= 0) {
            engagement.beginFieldwork(AUDITOR, SEPTEMBER);
        }
        if (state.compareTo(EngagementState.REPORTING) >= 0) {
            engagement.beginReporting(AUDITOR, NOVEMBER);
        }
        if (state == EngagementState.CLOSED) {
            Conclusion conclusion =
                    terms.level() == AssuranceLevel.NONE ? Conclusion.FINDINGS_ONLY : Conclusion.UNMODIFIED;
            engagement.close(AUDITOR, conclusion, 0, NOVEMBER);
        }
        return engagement;
    }
}
