package org.sekisho.domain.agreement.clause;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;

/**
 * Which model may be used, for what, on which systems.
 *
 * @param model the model's name, as its provider writes it
 * @param versions the versions meant: letters, digits, {@code . _ -}, where {@code *} stands for any run of them
 * @param purposes what it may be used for; at least one
 * @param systems the systems in scope; what isn't listed is out of scope
 * @param excluded systems that are named as out of scope, so that nobody can be in doubt
 */
public record ScopeClause(
        String model, String versions, Set<Purpose> purposes, List<NamedSystem> systems, List<NamedSystem> excluded)
        implements Clause {

    private static final Pattern VERSIONS = Pattern.compile("[A-Za-z0-9._*-]{1,64}");

    /**
     * A system of the institution.
     *
     * @param id the code by which requests name it
     */
    public record NamedSystem(String id, Words name) {
        public NamedSystem {
            id = ClauseChecks.code(id, "system");
            name.atMost(ClauseChecks.NAME_LIMIT, "system");
        }
    }

    public ScopeClause {
        model = Checks.requireText(model, "model", 100);
        versions = Checks.requireText(versions, "versions", 64);
        if (!VERSIONS.matcher(versions).matches()) {
            throw Refusal.of(ClauseError.PATTERN_MALFORMED, "field", "versions");
        }
        purposes = ClauseChecks.filledSet(Purpose.class, purposes, "purposes");
        systems = ClauseChecks.list(systems, "systems", ClauseChecks.LIST_LIMIT, NamedSystem::id);
        excluded = ClauseChecks.list(excluded, "excluded", ClauseChecks.LIST_LIMIT, NamedSystem::id);
        ClauseChecks.notEmpty(systems, "systems");
        for (NamedSystem out : excluded) {
            Checks.check(
                    systems.stream().noneMatch(in -> in.id().equals(out.id())),
                    ClauseError.SYSTEM_BOTH_IN_AND_OUT,
                    Map.of("system", out.id()));
        }
    }

    @Override
    public ClauseKind kind() {
        return ClauseKind.SCOPE;
    }

    /** Whether the system is in scope; one that is excluded, or not named at all, is not. */
    public boolean covers(String system) {
        return systems.stream().anyMatch(in -> in.id().equals(system)) && !excludes(system);
    }

    /** Whether the system is named as excluded. */
    public boolean excludes(String system) {
        return excluded.stream().anyMatch(out -> out.id().equals(system));
    }

    /** Whether the model, in this version, is the one meant. */
    public boolean covers(String otherModel, String version) {
        return model.equals(otherModel) && Wildcard.matches(versions, version);
    }
}
