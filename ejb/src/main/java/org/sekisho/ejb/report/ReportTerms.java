package org.sekisho.ejb.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.access.AccessFactsSource;
import org.sekisho.domain.agreement.access.AgreementFacts;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.EnvironmentsClause;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.agreement.clause.ReviewClause;
import org.sekisho.domain.report.FoundBy;
import org.sekisho.domain.report.Provenance;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.report.intake.IntakeError;
import org.sekisho.domain.report.review.Concerned;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.CurrentAct;

/** What the governing version of an agreement says about its reports. */
@ApplicationScoped
public class ReportTerms {

    @Inject
    private CurrentAct act;

    @Inject
    private AccessFactsSource facts;

    /** @throws Refusal with {@link ReportError#NOT_RECEIVING} unless the organisation receives access under the agreement */
    void requireReceiving(UUID agreement, UUID organisation) {
        if (facts(agreement).capacities().get(organisation) != PartyRole.INSTITUTION_RECEIVING) {
            throw new Refusal(ReportError.NOT_RECEIVING);
        }
    }

    /**
     * Under what a report is filed, by the version that governs.
     *
     * @throws Refusal with {@link IntakeError#ENVIRONMENT_UNKNOWN} where the clause doesn't have the named environment
     */
    Provenance provenance(UUID agreement, FoundBy said) {
        AgreementFacts found = facts(agreement);
        boolean known = said.environment().isBlank()
                || found.clauses().get(ClauseKind.ENVIRONMENTS) instanceof EnvironmentsClause clause
                        && clause.find(said.environment()).isPresent();
        Checks.check(known, IntakeError.ENVIRONMENT_UNKNOWN, Map.of("environment", said.environment()));
        return new Provenance(
                found.signatures().map(AgreementFacts.Signatures::version).orElseThrow(), said);
    }

    /** @throws Refusal with {@link ReportError#CHAIN_MISSING} where there is none */
    ReviewClause review(Report report) {
        return clause(report.agreement(), ClauseKind.REVIEW, ReviewClause.class)
                .orElseThrow(() -> Refusal.of(
                        ReportError.CHAIN_MISSING, "tier", report.tier().name()));
    }

    /** A clause of the governing version; empty where it has none, which permits nothing. */
    public <C extends Clause> Optional<C> clause(UUID agreement, ClauseKind kind, Class<C> type) {
        return Optional.ofNullable(facts(agreement).clauses().get(kind)).map(type::cast);
    }

    /** The same for many agreements; one that can't be read is missing. */
    <C extends Clause> Map<UUID, Optional<C>> clauses(Set<UUID> agreements, ClauseKind kind, Class<C> type) {
        Map<UUID, Optional<C>> clauses = new HashMap<>();
        facts.loadChecklists(agreements, act.now()).forEach((agreement, known) -> known.agreement()
                .ifPresent(each -> clauses.put(
                        agreement, Optional.ofNullable(each.clauses().get(kind)).map(type::cast))));
        return clauses;
    }

    /** The provider of the model, and every other party. */
    Concerned concerned(Report report) {
        Map<UUID, PartyRole> others = facts(report.agreement()).capacities().entrySet().stream()
                .filter(party -> !party.getKey().equals(report.organisation()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        Optional<UUID> provider = others.entrySet().stream()
                .filter(party -> party.getValue() == PartyRole.PROVIDER)
                .map(Map.Entry::getKey)
                .findFirst();
        return new Concerned(provider, others.keySet());
    }

    private AgreementFacts facts(UUID agreement) {
        return facts.loadChecklist(agreement, act.now())
                .agreement()
                .orElseThrow(() -> new Refusal(SharedError.UNAVAILABLE));
    }
}
