package org.sekisho.domain.agreement.access;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.AgreementState;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.agreement.clause.Phase;

/**
 * An agreement as a decision sees it.
 *
 * @param capacities every organisation that is party to it, and in which capacity
 * @param signatures on the version that governs, or governed last; empty where none ever did
 * @param clauses of that version, by kind; a kind that is missing permits nothing
 * @param phase the phase it is in; empty where it has none yet
 */
public record AgreementFacts(
        UUID id,
        AgreementState state,
        Map<UUID, PartyRole> capacities,
        Optional<Signatures> signatures,
        Map<ClauseKind, Clause> clauses,
        Optional<Phase> phase) {

    /**
     * The signatures on a version.
     *
     * @param hash SHA-256 of what was signed, in hexadecimal
     * @param signed how many parties have signed this hash, and not withdrawn
     * @param needed how many parties there are
     */
    public record Signatures(int version, String hash, int signed, int needed) {

        /** Whether every party has signed; a version without parties is signed by nobody. */
        public boolean areComplete() {
            return needed > 0 && signed == needed;
        }
    }

    public AgreementFacts {
        capacities = Map.copyOf(capacities);
        clauses = Map.copyOf(clauses);
    }

    /** Puts clauses under their kinds, as {@link AgreementFacts} takes them. */
    public static Map<ClauseKind, Clause> byKind(Collection<? extends Clause> clauses) {
        Map<ClauseKind, Clause> byKind = new EnumMap<>(ClauseKind.class);
        clauses.forEach(clause -> byKind.put(clause.kind(), clause));
        return byKind;
    }

    /** Every organisation that is party to it. */
    Set<UUID> parties() {
        return capacities.keySet();
    }

    /** The organisation that receives access. */
    Optional<UUID> receiver() {
        return capacities.entrySet().stream()
                .filter(party -> party.getValue() == PartyRole.INSTITUTION_RECEIVING)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether the organisation provides the model. */
    boolean isProvider(UUID organisation) {
        return capacities.get(organisation) == PartyRole.PROVIDER;
    }

    /** The clause of this type. */
    <C extends Clause> Optional<C> clause(Class<C> type) {
        return clauses.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
