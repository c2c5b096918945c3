package org.sekisho.domain.assurance.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.NetworkRange;

/**
 * One engagement as its page shows it.
 *
 * @param team everybody who is or was on the team; empty for those who only answer requests
 * @param declarations latest last; empty for those whom they don't concern
 * @param networks from which packs are downloaded; from anywhere where it is empty
 * @param firmIndependence how the firm's own stands today; empty before a firm is appointed
 */
public record EngagementView(
        EngagementRow row,
        UUID owner,
        EngagementTerms terms,
        IndependenceRules rules,
        Optional<Instant> fieldworkAt,
        Optional<Instant> reportingAt,
        Optional<Instant> closedAt,
        List<Member> team,
        List<Declaration> declarations,
        Optional<Independence> firmIndependence,
        List<NetworkRange> networks,
        int rowVersion) {

    public EngagementView {
        team = List.copyOf(team);
        declarations = List.copyOf(declarations);
        networks = List.copyOf(networks);
    }

    /**
     * Somebody of the team.
     *
     * @param id of the place on the team
     * @param name empty once the person was erased
     * @param independence how it stands today
     */
    public record Member(
            UUID id,
            UUID person,
            Optional<String> name,
            Instant assignedAt,
            Optional<Instant> releasedAt,
            Independence independence) {}

    /**
     * A declaration with what was decided.
     *
     * @param person empty for the firm's own
     * @param declaredBy who entered it
     */
    public record Declaration(
            UUID id,
            Optional<UUID> person,
            Optional<String> name,
            UUID declaredBy,
            Instant declaredAt,
            DeclarationState state,
            Optional<LocalDate> validUntil,
            List<DeclaredThreat> threats,
            List<Verdict> verdicts) {

        public Declaration {
            threats = List.copyOf(threats);
            verdicts = List.copyOf(verdicts);
        }

        /** Whether the person has taken part in it already: nobody declares and decides, and nobody decides for both sides. */
        public boolean involves(UUID who) {
            return declaredBy.equals(who)
                    || person.filter(who::equals).isPresent()
                    || verdicts.stream().anyMatch(verdict -> verdict.person().equals(who));
        }
    }

    /** What one side decided. */
    public record Verdict(
            IndependenceVerdict.Side side,
            boolean accepted,
            UUID person,
            Instant decidedAt,
            String reason,
            String reference) {}

    /**
     * Puts it together.
     *
     * @param names of people, as far as they are known
     */
    public static EngagementView of(
            EngagementRow row, Engagement engagement, Map<UUID, String> names, LocalDate today) {
        AuditTeam team = engagement.team();
        return new EngagementView(
                row,
                engagement.owner(),
                engagement.terms(),
                engagement.rules(),
                engagement.fieldworkAt(),
                engagement.reportingAt(),
                engagement.closedAt(),
                members(team, names, today),
                declarations(team, names),
                engagement.firm().map(firm -> team.firmIndependence(today)),
                engagement.networks(),
                engagement.rowVersion());
    }

    /** Everybody who is or was on the team. */
    public static List<Member> members(AuditTeam team, Map<UUID, String> names, LocalDate today) {
        return team.members().stream()
                .map(member -> new Member(
                        member.id(),
                        member.person(),
                        Optional.ofNullable(names.get(member.person())),
                        member.assignedAt(),
                        member.releasedAt(),
                        team.independence(member.person(), today)))
                .toList();
    }

    /** Every declaration with what was decided, the latest last. */
    public static List<Declaration> declarations(AuditTeam team, Map<UUID, String> names) {
        return team.declarations().stream()
                .map(declaration -> declaration(declaration, names))
                .toList();
    }

    private static Declaration declaration(IndependenceDeclaration declaration, Map<UUID, String> names) {
        return new Declaration(
                declaration.id(),
                declaration.person(),
                declaration.person().map(names::get),
                declaration.declaredBy(),
                declaration.declaredAt(),
                declaration.state(),
                declaration.validUntil(),
                declaration.threats(),
                declaration.verdicts().stream()
                        .map(verdict -> new Verdict(
                                verdict.side(),
                                verdict.isAccepted(),
                                verdict.person(),
                                verdict.decidedAt(),
                                verdict.reason(),
                                verdict.reference()))
                        .toList());
    }
}
