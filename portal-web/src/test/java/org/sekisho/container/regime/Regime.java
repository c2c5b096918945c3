package org.sekisho.container.regime;

import static org.sekisho.container.regime.Sessions.use;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.SampleClauses;
import org.sekisho.domain.assurance.engagement.EngagementTerms;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.ejb.agreement.NegotiationService;
import org.sekisho.ejb.agreement.ProposeClause;
import org.sekisho.ejb.agreement.SignAgreement;
import org.sekisho.ejb.agreement.SignatureUpload;
import org.sekisho.ejb.assurance.AuditCalendarService;
import org.sekisho.ejb.assurance.EvidenceUpload;
import org.sekisho.ejb.party.Designate;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.ejb.shared.Caller;
import org.sekisho.ejb.shared.Installation;

/**
 * Two rival banks, each with agreements on the way and in force, people, grants, environments, freezes, playbooks and an audit. A
 * vendor and a unit of an authority take part in the first bank's agreements only, so that they too have something of somebody else's.
 */
public final class Regime {

    private static Optional<Regime> founded = Optional.empty();

    private final Founder founder;
    private final Agreements agreements;
    private final Map<Role, Player> players = new EnumMap<>(Role.class);
    private final Bank own;
    private final Bank other;
    private final Audits audits;
    private final UUID provider;
    private final UUID firm;
    private final UUID laboratory;
    private final UUID authority;
    private final UUID designation;
    private final Player inspectorOnDuty;
    private final Player colleague;
    private final Player firmAdministrator;
    private final Player unitAdministrator;
    private final Player everything;
    private final List<Player> signatories;

    /** The regime, founded by whoever asks first. */
    public static synchronized Regime get() {
        if (founded.isEmpty()) {
            Installation installation = use(Installation.class);
            Waiting.until("The portal opens", installation::isDone);
            founded = Optional.of(new Regime());
            Kept.keep();
        }
        return founded.get();
    }

    private Regime() {
        founder = new Founder();
        Map<Role, Player> provides = founder.found("provider", OrganisationKind.MODEL_PROVIDER, Role.SIGNATORY);
        Map<Role, Player> vendor =
                founder.found("vendor", OrganisationKind.IT_VENDOR, Role.SIGNATORY, Role.VENDOR_ENGINEER);
        Map<Role, Player> unit =
                founder.found("cyber", OrganisationKind.AUTHORITY, Role.SIGNATORY, Role.AUTHORITY_REVIEWER);
        Map<Role, Player> auditors = founder.found("audit", OrganisationKind.AUDIT_FIRM, Role.AUDITOR);
        Map<Role, Player> ministry = founder.found("ministry", OrganisationKind.MINISTRY, Role.OBSERVER);
        inspectorOnDuty =
                get(founder.found("inspectors", OrganisationKind.AUTHORITY, Role.DUTY_OFFICER), Role.DUTY_OFFICER);
        UUID designated = inspectorOnDuty.organisation();
        Player auditor = get(auditors, Role.AUDITOR);
        firmAdministrator = get(auditors, Role.ORGANISATION_ADMINISTRATOR);
        colleague = founder.invite(firmAdministrator, auditor.organisation(), "colleague@audit.example", Role.AUDITOR);
        Player secretary = founder.invite(
                founder.administrator(), founder.secretariat(), "signatory@sekisho.example", Role.SIGNATORY);
        provider = get(provides, Role.SIGNATORY).organisation();
        firm = auditor.organisation();
        laboratory = get(founder.found("laboratory", OrganisationKind.AUDIT_FIRM), Role.ORGANISATION_ADMINISTRATOR)
                .organisation();
        authority = get(unit, Role.AUTHORITY_REVIEWER).organisation();
        unitAdministrator = get(unit, Role.ORGANISATION_ADMINISTRATOR);
        own = bank("aoba");
        other = bank("hinode");
        agreements = new Agreements(founder.coordinator(), provider);
        Player recorder = founder.invite(
                founder.administrator(), founder.secretariat(), "second-coordinator@sekisho.example", Role.COORDINATOR);
        audits = new Audits(founder.coordinator(), recorder, authority, agreements.today());
        for (Map<Role, Player> party : List.of(provides, vendor, unit)) {
            agreements.authority(get(party, Role.SIGNATORY), get(party, Role.ORGANISATION_ADMINISTRATOR));
        }
        agreements.authority(secretary, founder.coordinator());
        for (Bank bank : List.of(own, other)) {
            bank.keep(
                    "signing-authority",
                    agreements.authority(bank.person(Role.SIGNATORY), bank.person(Role.ORGANISATION_ADMINISTRATOR)));
        }
        List<UUID> acceding = List.of(get(vendor, Role.SIGNATORY).organisation(), authority);
        Player provided = get(provides, Role.SIGNATORY);
        signatories = List.of(
                provided,
                secretary,
                get(vendor, Role.SIGNATORY),
                get(unit, Role.SIGNATORY),
                own.person(Role.SIGNATORY));
        fill(own, acceding, signatories, auditor);
        fill(other, List.of(), List.of(provided, secretary, other.person(Role.SIGNATORY)), colleague);
        players.put(Role.ADMINISTRATOR, founder.administrator());
        players.put(Role.COORDINATOR, founder.coordinator());
        players.put(Role.VENDOR_ENGINEER, get(vendor, Role.VENDOR_ENGINEER));
        players.put(Role.AUTHORITY_REVIEWER, get(unit, Role.AUTHORITY_REVIEWER));
        players.put(Role.AUDITOR, auditor);
        players.put(Role.OBSERVER, get(ministry, Role.OBSERVER));
        for (Role role : Role.values()) {
            players.computeIfAbsent(role, own::person);
        }
        designation = founder.coordinator().as(() -> use(OrganisationService.class)
                .designate(new Designate(
                        designated,
                        "Letter 3",
                        agreements.today(),
                        agreements.today().plusDays(90))));
        everything = everything();
        scheduleWhatIsLacking();
        Sessions.forgetCodes();
    }

    private Bank bank(String name) {
        Map<Role, Player> people = founder.found(
                name,
                OrganisationKind.INSTITUTION,
                Role.CHAIR,
                Role.SIGNATORY,
                Role.ANALYST,
                Role.SECURITY_REVIEWER,
                Role.CISO,
                Role.DUTY_OFFICER);
        return new Bank(name, get(people, Role.CISO).organisation(), people);
    }

    private void fill(Bank bank, List<UUID> acceding, List<Player> signatories, Player auditor) {
        bank.keep("agreement/draft", agreements.draft(bank, acceding));
        UUID negotiating = agreements.negotiating(bank, acceding);
        bank.keep("agreement/negotiating", negotiating);
        Player signatory = bank.person(Role.SIGNATORY);
        signatory.run(
                () -> use(NegotiationService.class).comment(negotiating, Optional.of(ClauseKind.USAGE), "Too few"));
        signatory.run(() -> use(NegotiationService.class)
                .propose(new ProposeClause(
                        negotiating, ClauseKind.USAGE, Optional.of(SampleClauses.usage(3_000)), "Too few")));
        bank.keep(
                "proposal",
                AccessThings.id(
                        "select p.id::text from agreement_proposal p join agreement_version v on v.id = p.agreement_version_id "
                                + "where v.agreement_id = ?",
                        negotiating));
        UUID signing = agreements.signing(bank, acceding);
        agreements.approve(signing, signatory);
        bank.keep("agreement/signing", signing);
        UUID inForce = agreements.inForce(bank, acceding, signatories);
        bank.keep("agreement", inForce);
        bank.keep(
                "signature",
                AccessThings.id(
                        "select id::text from agreement_signature where organisation_id = ?", bank.organisation()));
        bank.keep(
                "event",
                AccessThings.id(
                        "select id::text from trail_event where organisation = ? and outcome = 'done' order by time limit 1",
                        bank.organisation()));
        new AccessThings(founder.coordinator(), laboratory, agreements.today()).fill(bank, inForce);
        UUID engagement = audits.inFieldwork(bank, inForce, auditor);
        bank.keep("engagement", engagement);
        UUID request = audits.request(bank, engagement, auditor);
        UUID evidence =
                audits.evidence(bank, engagement, "Certificates", "certificates.txt", "Safe output, " + bank.name());
        bank.keep("audit-request", request);
        bank.keep("evidence", evidence);
        UUID finding = audits.finding(bank, engagement, auditor);
        bank.keep("audit-finding", finding);
        bank.keep("corrective-action", audits.action(bank, finding));
        audits.sample(bank, engagement, auditor);
        bank.keep("pack", audits.pack(engagement, auditor));
    }

    /** Engagements that fall due by now, so that the calendar changes nothing while a test looks. */
    private static void scheduleWhatIsLacking() {
        AuditCalendarService calendar = use(AuditCalendarService.class);
        Caller.as(SystemJob.AUDIT_CALENDAR, () -> {
            calendar.lacking(Optional.empty()).agreements().forEach(calendar::scheduleNext);
            return true;
        });
    }

    private static Player get(Map<Role, Player> people, Role role) {
        Player found = people.get(role);
        if (found == null) {
            throw new IllegalStateException("Nobody is " + role);
        }
        return found;
    }

    /** The bank whose side most people of the regime are on. */
    public Bank own() {
        return own;
    }

    /** Its rival. */
    public Bank other() {
        return other;
    }

    /** Somebody who holds this role and no other. */
    public Player player(Role role) {
        return get(players, role);
    }

    public UUID provider() {
        return provider;
    }

    /** The firm that audits both banks. */
    public UUID firm() {
        return firm;
    }

    /** Who provisions that firm's people. */
    public Player firmAdministrator() {
        return firmAdministrator;
    }

    /** The firm that attests environments. */
    public UUID laboratory() {
        return laboratory;
    }

    public UUID authority() {
        return authority;
    }

    public UUID secretariat() {
        return founder.secretariat();
    }

    /** A duty officer of the designated authority. */
    public Player inspectorOnDuty() {
        return inspectorOnDuty;
    }

    /** A designation of the authority's unit. */
    public UUID designation() {
        return designation;
    }

    public LocalDate today() {
        return agreements.today();
    }

    /** The number of the bank's agreement in force. */
    public String number(Bank bank) {
        return agreements.number(bank.thing("agreement"));
    }

    /** What the bank's signatory signs, where an agreement waits for it. */
    public SignAgreement signature(Bank bank) {
        return agreements.signature(bank.thing("agreement", "signing"), bank.person(Role.SIGNATORY));
    }

    public EngagementTerms terms(Bank bank) {
        return audits.terms(bank.organisation());
    }

    /** Who signs the own bank's agreements, one for each party; the first of them signed the one in force on paper. */
    public List<Player> signatories() {
        return signatories;
    }

    /** Signs one version of an agreement in the portal, after the internal approval of a version that had none. */
    public void sign(UUID agreement, int number, Player signatory) {
        if (Database.texts(
                        "select a.id::text from internal_approval a join agreement_version v on v.id = a.agreement_version_id "
                                + "where v.agreement_id = ? and v.number = ? and a.organisation_id = ?",
                        agreement,
                        number,
                        signatory.organisation())
                .isEmpty()) {
            agreements.approve(agreement, number, signatory);
        }
        agreements.sign(agreement, number, signatory);
    }

    /** What the bank signed outside, sealed and not yet put on file. */
    public SignatureUpload signedOutside(Bank bank) {
        return agreements.outside(
                bank.thing("agreement", "signing"), bank.thing("signing-authority"), bank.person(Role.SIGNATORY));
    }

    /** Evidence of the bank's, sealed and not yet received. */
    public EvidenceUpload upload(Bank bank) {
        return audits.upload(bank, bank.thing("engagement"), "More", "more.txt", "Safe output");
    }

    /** Evidence of the bank's, and a pack that holds it. */
    public void prove(Bank bank, String title, String fileName, String text) {
        UUID engagement = bank.thing("engagement");
        audits.evidence(bank, engagement, title, fileName, text);
        pack(bank);
    }

    /** A pack of the bank's engagement, built now. */
    public UUID pack(Bank bank) {
        return audits.pack(bank.thing("engagement"), bank == own ? player(Role.AUDITOR) : colleague);
    }

    /** A pack of an engagement of the firm's own auditor, built now. */
    public UUID pack(UUID engagement) {
        return audits.pack(engagement, player(Role.AUDITOR));
    }

    /** Another reviewer of the authority's unit, from now until what the test changed is put back. */
    public Player secondOfficial() {
        return founder.invite(unitAdministrator, authority, "official@cyber.example", Role.AUTHORITY_REVIEWER);
    }

    /** Somebody of the own bank in all of its roles at once, which the rules allow nobody: what this person doesn't see, nobody there does. */
    public Player everythingAtTheBank() {
        return everything;
    }

    private Player everything() {
        Player one = founder.invite(
                own.person(Role.ORGANISATION_ADMINISTRATOR), own.organisation(), "everything@aoba.example", Role.CHAIR);
        for (Role role : own.roles()) {
            if (role != Role.CHAIR) {
                Database.run(
                        "insert into role_assignment (id, version, person_id, role, organisation_id, state, founding, reason, "
                                + "requested_by_own_administrator, requested_at, effective_at, closed_reason) "
                                + "values (?, 0, ?, ?, ?, 'IN_EFFECT', true, '', false, clock_timestamp(), clock_timestamp(), '')",
                        UUID.randomUUID(),
                        one.id(),
                        role.name(),
                        own.organisation());
            }
        }
        return one;
    }

    /** The auditor of the other bank. */
    public Player colleague() {
        return colleague;
    }
}
