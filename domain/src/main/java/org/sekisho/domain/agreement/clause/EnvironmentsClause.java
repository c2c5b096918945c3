package org.sekisho.domain.agreement.clause;

import java.util.List;
import java.util.Optional;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.shared.Checks;

/**
 * From where the model may be used, and where its output may live.
 *
 * @param environments the approved ones; anything else is not approved
 */
public record EnvironmentsClause(List<ApprovedEnvironment> environments) implements Clause {

    /**
     * One approved environment.
     *
     * @param code by which requests and attestations name it
     * @param networks the addresses that belong to it; at least one
     * @param attestedBy the kind of organisation that attests its soundness
     * @param attestationDays days for which an attestation counts at most, its own day being the first
     * @param outputMayLive whether output of the model may be stored there
     */
    public record ApprovedEnvironment(
            String code,
            Words name,
            List<NetworkRange> networks,
            OrganisationKind attestedBy,
            int attestationDays,
            boolean outputMayLive) {

        public ApprovedEnvironment {
            code = ClauseChecks.code(code, "environment");
            name.atMost(ClauseChecks.NAME_LIMIT, "environment");
            networks = ClauseChecks.list(networks, "networks", 50, range -> range);
            ClauseChecks.notEmpty(networks, "networks");
            Checks.require(attestedBy, "attestedBy");
            ClauseChecks.range(attestationDays, "attestationDays", 1, 1_096);
        }

        /** Whether the address belongs to the environment; what is no address doesn't. */
        public boolean contains(String address) {
            return networks.stream().anyMatch(range -> range.contains(address));
        }
    }

    public EnvironmentsClause {
        environments = ClauseChecks.list(environments, "environments", 50, ApprovedEnvironment::code);
        ClauseChecks.notEmpty(environments, "environments");
    }

    @Override
    public ClauseKind kind() {
        return ClauseKind.ENVIRONMENTS;
    }

    /** The environment with this code. */
    public Optional<ApprovedEnvironment> find(String code) {
        return environments.stream()
                .filter(environment -> environment.code().equals(code))
                .findFirst();
    }

    /** The environments to which the address belongs: none, one, or several that overlap. */
    public List<ApprovedEnvironment> containing(String address) {
        return environments.stream()
                .filter(environment -> environment.contains(address))
                .toList();
    }
}
