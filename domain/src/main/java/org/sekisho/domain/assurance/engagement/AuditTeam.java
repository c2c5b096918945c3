package org.sekisho.domain.assurance.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/**
 * The auditors of one engagement and the declarations of their independence; a view on the lists of {@link Engagement}, which keeps
 * them. Nobody declared independent has decided so alone: who declares doesn't decide, and two sides do.
 */
public final class AuditTeam {

    private final Engagement engagement;
    private final List<TeamMember> members;
    private final List<IndependenceDeclaration> declarations;

    AuditTeam(Engagement engagement, List<TeamMember> members, List<IndependenceDeclaration> declarations) {
        this.engagement = engagement;
        this.members = members;
        this.declarations = declarations;
    }

    /**
     * Puts an auditor of the firm on the team; by the owner.
     *
     * @param affiliations every organisation that counts for the auditor: home, host, commissioning, and those left less than two
     *     years ago
     * @param parties the parties of the agreement; none of them may be among the affiliations
     */
    public DomainEvent assign(Actor actor, UUID person, Set<UUID> affiliations, Set<UUID> parties, Instant now) {
        requireChangeable(actor);
        UUID firm = engagement.requireFirm();
        Checks.check(affiliations.contains(firm), AssuranceError.MEMBER_NOT_OF_FIRM);
        Checks.check(
                Collections.disjoint(affiliations, parties)
                        && !affiliations.contains(engagement.terms().responsibleParty()),
                AssuranceError.MEMBER_AFFILIATED);
        Checks.check(member(person).isEmpty(), AssuranceError.MEMBER_ALREADY);
        members.add(new TeamMember(engagement, person, firm, actor.requirePerson(), now));
        return engagement
                .event("engagement.member-assigned")
                .with("person", person)
                .with("firm", firm)
                .build();
    }

    /** Takes an auditor off the team, by the owner; what they could read ends at once. */
    public DomainEvent release(Actor actor, UUID person, Instant now) {
        requireChangeable(actor);
        member(person).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND)).release(actor.requirePerson(), now);
        return engagement
                .event("engagement.member-released")
                .with("person", person)
                .build();
    }

    /**
     * Declares independence, for the first time or anew. The firm's people declare; the owner may record what an auditor declared on
     * paper, but somebody else then has to decide.
     *
     * @param person the auditor; empty for the firm's own declaration
     * @param threats what could impair it, and the safeguards; empty when nothing is known
     */
    public Declared declare(Actor actor, Optional<UUID> person, List<DeclaredThreat> threats, Instant now) {
        Checks.check(engagement.state() != EngagementState.CLOSED, AssuranceError.ENGAGEMENT_CLOSED);
        UUID firm = engagement.requireFirm();
        boolean own = person.map(
                        declared -> actor.person().filter(declared::equals).isPresent())
                .orElse(actor.isOf(firm));
        Checks.check(own || actor.isOf(engagement.owner()), AssuranceError.DECLARE_ONLY_OWN);
        person.ifPresent(declared -> Checks.check(member(declared).isPresent(), AssuranceError.MEMBER_NOT_ON_TEAM));
        Checks.check(
                declarationsOf(person).stream().noneMatch(other -> other.state() == DeclarationState.DECLARED),
                AssuranceError.DECLARATION_PENDING);
        IndependenceDeclaration declaration =
                new IndependenceDeclaration(engagement, firm, person, threats, actor.requirePerson(), now);
        declarations.add(declaration);
        DomainEvent event = engagement
                .event("engagement.independence-declared")
                .with("declaration", declaration.id())
                .with("person", person.orElse(null))
                .with("firm", firm)
                .with(
                        "threats",
                        threats.stream().map(threat -> threat.threat().name()).toList())
                .build();
        return new Declared(declaration.id(), event);
    }

    /** A declaration was made. */
    public record Declared(UUID declaration, DomainEvent event) {}

    /**
     * The decision of whoever commissioned the audit, the secretariat as a rule; by somebody of the owner who neither declared nor
     * decided for the authority. Where an authority commissioned it, the other decision is of another person of an authority, since the
     * secretariat is audited then, and the audited organisation has no say.
     *
     * @param reason needed when it is refused
     */
    public DomainEvent decide(Actor actor, UUID declaration, boolean accepted, String reason, Instant now) {
        engagement.requireOwner(actor);
        return decide(
                actor,
                require(declaration),
                new IndependenceVerdict(
                        IndependenceVerdict.Side.SECRETARIAT,
                        accepted,
                        engagement.owner(),
                        actor.requirePerson(),
                        now,
                        reasonOf(accepted, reason),
                        ""));
    }

    /**
     * The authority's decision: taken here by somebody of the authority, or taken elsewhere and recorded by the owner with the
     * document that says so. Whoever decided for the secretariat doesn't record it.
     *
     * @param authority whose decision it is; where the owner records, the caller has made sure that it is an authority
     * @param reason needed when it is refused
     * @param reference the document; needed when the owner records
     */
    public DomainEvent decideForAuthority(
            Actor actor,
            UUID declaration,
            UUID authority,
            boolean accepted,
            String reason,
            String reference,
            Instant now) {
        boolean itself = actor.isOf(OrganisationKind.AUTHORITY) && actor.isOf(authority);
        Checks.check(itself || actor.isOf(engagement.owner()), AssuranceError.AUTHORITY_ONLY);
        String document = itself
                ? Checks.optionalText(reference, "reference", IndependenceVerdict.TEXT_LIMIT)
                : Checks.requireText(reference, "reference", IndependenceVerdict.TEXT_LIMIT);
        return decide(
                actor,
                require(declaration),
                new IndependenceVerdict(
                        IndependenceVerdict.Side.AUTHORITY,
                        accepted,
                        authority,
                        actor.requirePerson(),
                        now,
                        reasonOf(accepted, reason),
                        document));
    }

    private DomainEvent decide(Actor actor, IndependenceDeclaration declaration, IndependenceVerdict verdict) {
        Checks.check(!actor.affiliations().contains(declaration.firm()), AssuranceError.DECIDE_NOT_OF_FIRM);
        UUID audited = engagement.terms().responsibleParty();
        Checks.check(
                !actor.isOf(audited) && !verdict.organisation().equals(audited), AssuranceError.DECIDE_NOT_AUDITED);
        declaration.decide(verdict, engagement.rules().declarationMonths());
        return engagement
                .event("engagement.independence-decided")
                .with("declaration", declaration.id())
                .with("side", verdict.side())
                .with("organisation", verdict.organisation())
                .with("accepted", String.valueOf(verdict.isAccepted()))
                .with("state", declaration.state())
                .with("validUntil", declaration.validUntil().orElse(null))
                .personal("reason", verdict.reason())
                .personal("reference", verdict.reference())
                .build();
    }

    private static String reasonOf(boolean accepted, String reason) {
        return accepted
                ? Checks.optionalText(reason, "reason", IndependenceVerdict.TEXT_LIMIT)
                : Checks.requireText(reason, "reason", IndependenceVerdict.TEXT_LIMIT);
    }

    /** Refuses while the firm, or anybody on the team, isn't accepted as independent. */
    void requireIndependent(LocalDate day) {
        engagement.requireFirm();
        List<TeamMember> current = current();
        Checks.check(!current.isEmpty(), AssuranceError.TEAM_EMPTY);
        for (TeamMember member : current) {
            Independence standing = independence(member.person(), day);
            Checks.check(
                    standing == Independence.ACCEPTED,
                    AssuranceError.INDEPENDENCE_NOT_ACCEPTED,
                    Map.of("person", member.person(), "whose", "MEMBER", "standing", standing));
        }
        Independence firm = firmIndependence(day);
        Checks.check(
                firm == Independence.ACCEPTED,
                AssuranceError.INDEPENDENCE_NOT_ACCEPTED,
                Map.of("firm", engagement.requireFirm(), "whose", "FIRM", "standing", firm));
    }

    /** How the firm's own independence stands on a day. */
    public Independence firmIndependence(LocalDate day) {
        return Independence.of(declarationsOf(Optional.empty()), day);
    }

    /** How an auditor's independence stands on a day. */
    public Independence independence(UUID person, LocalDate day) {
        return Independence.of(declarationsOf(Optional.of(person)), day);
    }

    /** The auditors on the team now, in the order of their assignment. */
    public List<TeamMember> current() {
        return members.stream().filter(TeamMember::isCurrent).toList();
    }

    /** Everybody who was ever on the team. */
    public List<TeamMember> members() {
        return Collections.unmodifiableList(members);
    }

    /** Every declaration, the replaced ones included. */
    public List<IndependenceDeclaration> declarations() {
        return Collections.unmodifiableList(declarations);
    }

    /** Everybody who was ever on the team, or for whom independence was declared. */
    public Set<UUID> people() {
        Set<UUID> people = new HashSet<>();
        members.forEach(member -> people.add(member.person()));
        declarations.forEach(declaration -> declaration.person().ifPresent(people::add));
        return people;
    }

    /** Whether the actor is on the team now. */
    public boolean has(Actor actor) {
        return actor.person().flatMap(this::member).isPresent();
    }

    private Optional<TeamMember> member(UUID person) {
        return current().stream()
                .filter(member -> member.person().equals(person))
                .findFirst();
    }

    private List<IndependenceDeclaration> declarationsOf(Optional<UUID> person) {
        UUID firm = engagement.requireFirm();
        return declarations.stream()
                .filter(declaration -> declaration.isOf(firm, person))
                .toList();
    }

    private IndependenceDeclaration require(UUID declaration) {
        Checks.check(engagement.state() != EngagementState.CLOSED, AssuranceError.ENGAGEMENT_CLOSED);
        return declarations.stream()
                .filter(other -> other.id().equals(declaration))
                .findFirst()
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    private void requireChangeable(Actor actor) {
        engagement.requireOwner(actor);
        Checks.check(engagement.state() != EngagementState.CLOSED, AssuranceError.ENGAGEMENT_CLOSED);
    }
}
