package org.sekisho.domain.agreement.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sekisho.domain.agreement.AgreementState;
import org.sekisho.domain.agreement.access.AgreementFacts.Signatures;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.GeneralClause;
import org.sekisho.domain.agreement.clause.Phase;
import org.sekisho.domain.agreement.clause.PhaseClause;
import org.sekisho.domain.agreement.clause.Purpose;
import org.sekisho.domain.agreement.clause.ScopeClause;
import org.sekisho.domain.agreement.clause.ScopeClause.NamedSystem;
import org.sekisho.domain.shared.Days;

/** Conditions that the agreement itself decides: its term, its phase, its scope. */
final class AgreementChecks {

    private AgreementChecks() {}

    /** Signed by every party, in force, and today in the term. */
    static Reason inForceWithinTerm(AccessRequest request, AccessFacts facts) {
        Condition condition = Condition.IN_FORCE_WITHIN_TERM;
        if (facts.agreement().isEmpty()) {
            return Reason.unknown(condition);
        }
        AgreementFacts agreement = facts.agreement().get();
        if (agreement.state() != AgreementState.IN_FORCE) {
            return Reason.fails(
                    condition,
                    Phrase.of(FoundCode.AGREEMENT_NOT_IN_FORCE, "state", agreement.state()),
                    Phrase.of(remedyFor(agreement.state())));
        }
        Optional<GeneralClause> clause = agreement.clause(GeneralClause.class);
        if (clause.isEmpty()) {
            return Reason.clauseMissing(condition);
        }
        if (agreement.signatures().isEmpty()) {
            return Reason.unknown(condition);
        }
        return signedWithinTerm(condition, agreement.signatures().get(), clause.get(), facts.today());
    }

    private static Reason signedWithinTerm(
            Condition condition, Signatures signatures, GeneralClause clause, LocalDate today) {
        long signed = signatures.signed();
        long needed = signatures.needed();
        long version = signatures.version();
        List<Phrase> found = new ArrayList<>();
        List<Phrase> remedies = new ArrayList<>();
        if (!signatures.areComplete()) {
            found.add(Phrase.of(
                    FoundCode.SIGNATURES_MISSING, Map.of("signed", signed, "needed", needed, "version", version)));
            remedies.add(Phrase.of(RemedyCode.SIGN));
        }
        if (today.isBefore(clause.firstDay())) {
            found.add(Phrase.of(FoundCode.TERM_NOT_BEGUN, "day", clause.firstDay()));
            remedies.add(Phrase.of(RemedyCode.WAIT_UNTIL_DAY, "day", clause.firstDay()));
        }
        if (today.isAfter(clause.lastDay())) {
            found.add(Phrase.of(FoundCode.TERM_OVER, "day", clause.lastDay()));
            remedies.add(Phrase.of(RemedyCode.EXTEND_TERM));
        }
        if (!found.isEmpty()) {
            return Reason.fails(condition, found, remedies);
        }
        Phrase inForce = Phrase.of(
                FoundCode.IN_FORCE,
                Map.of(
                        "signed", signed,
                        "needed", needed,
                        "version", version,
                        "hash", signatures.hash(),
                        "until", clause.lastDay()));
        return Reason.holdsUntil(
                condition, List.of(inForce), List.of(Phrase.of(RemedyCode.EXTEND_TERM)), Days.endOf(clause.lastDay()));
    }

    private static RemedyCode remedyFor(AgreementState state) {
        return switch (state) {
            case DRAFT, NEGOTIATION, SIGNING, SIGNED -> RemedyCode.BRING_INTO_FORCE;
            case IN_FORCE, SUSPENDED -> RemedyCode.RESUME;
            case EXPIRED, TERMINATED, WITHDRAWN -> RemedyCode.NEW_AGREEMENT;
        };
    }

    /** The present phase allows the purpose, and so does the scope. */
    static Reason phaseAllowsPurpose(AccessRequest request, AccessFacts facts) {
        Condition condition = Condition.PHASE_ALLOWS_PURPOSE;
        if (facts.agreement().isEmpty()) {
            return Reason.unknown(condition);
        }
        AgreementFacts agreement = facts.agreement().get();
        Optional<PhaseClause> clause = agreement.clause(PhaseClause.class);
        Optional<ScopeClause> scope = agreement.clause(ScopeClause.class);
        if (clause.isEmpty()) {
            return Reason.clauseMissing(condition);
        }
        if (scope.isEmpty()) {
            return Reason.clauseMissing(condition).under(ClauseKind.SCOPE);
        }
        if (agreement.phase().isEmpty()) {
            return Reason.unknown(condition);
        }
        Phase phase = agreement.phase().get();
        Set<Purpose> allowed = EnumSet.noneOf(Purpose.class);
        clause.get().rule(phase).ifPresent(rule -> allowed.addAll(rule.purposes()));
        allowed.retainAll(scope.get().purposes());
        if (allowed.isEmpty()) {
            return Reason.fails(
                    condition,
                    Phrase.of(FoundCode.PHASE_PERMITS_NOTHING, "phase", phase),
                    Phrase.of(RemedyCode.OPEN_NEXT_PHASE));
        }
        return purposeAllowed(condition, request, phase, allowed);
    }

    private static Reason purposeAllowed(
            Condition condition, AccessRequest request, Phase phase, Set<Purpose> allowed) {
        List<Purpose> purposes = List.copyOf(allowed);
        if (request.purpose().isEmpty() && request.isAct()) {
            return Reason.fails(
                    condition,
                    Phrase.of(FoundCode.PURPOSE_NOT_NAMED),
                    Phrase.of(RemedyCode.NAME_PURPOSE, "purposes", purposes));
        }
        if (request.purpose().filter(purpose -> !allowed.contains(purpose)).isPresent()) {
            return Reason.fails(
                    condition,
                    Phrase.of(
                            FoundCode.PURPOSE_NOT_ALLOWED,
                            Map.of("phase", phase, "purpose", request.purpose().get())),
                    Phrase.of(RemedyCode.CHOOSE_PURPOSE, "purposes", purposes),
                    Phrase.of(RemedyCode.OPEN_NEXT_PHASE));
        }
        return Reason.holds(condition, Phrase.of(FoundCode.PHASE_ALLOWS, Map.of("phase", phase, "purposes", purposes)));
    }

    /** The system is listed as in scope, and not as excluded. */
    static Reason systemInScope(AccessRequest request, AccessFacts facts) {
        Condition condition = Condition.SYSTEM_IN_SCOPE;
        if (facts.agreement().isEmpty()) {
            return Reason.unknown(condition);
        }
        Optional<ScopeClause> clause = facts.agreement().get().clause(ScopeClause.class);
        if (clause.isEmpty()) {
            return Reason.clauseMissing(condition);
        }
        ScopeClause scope = clause.get();
        if (request.system().isEmpty()) {
            return request.isAct()
                    ? Reason.fails(condition, Phrase.of(FoundCode.SYSTEM_NOT_NAMED), Phrase.of(RemedyCode.NAME_SYSTEM))
                    : Reason.holds(condition, Phrase.of(FoundCode.SYSTEMS_IN_SCOPE, "count", (long)
                            scope.systems().size()));
        }
        String system = request.system().get();
        if (scope.covers(system)) {
            return Reason.holds(
                    condition, Phrase.of(FoundCode.SYSTEM_IN_SCOPE, "system", nameOf(scope.systems(), system)));
        }
        Phrase found = scope.excludes(system)
                ? Phrase.of(FoundCode.SYSTEM_EXCLUDED, "system", nameOf(scope.excluded(), system))
                : Phrase.of(FoundCode.SYSTEM_OUT_OF_SCOPE, "system", system);
        return Reason.fails(condition, found, Phrase.of(RemedyCode.CHOOSE_SYSTEM));
    }

    private static Object nameOf(List<NamedSystem> systems, String id) {
        return systems.stream()
                .filter(system -> system.id().equals(id))
                .findFirst()
                .<Object>map(NamedSystem::name)
                .orElse(id);
    }
}
