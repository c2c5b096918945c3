package org.sekisho.ejb.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.access.AccessFactsSource;
import org.sekisho.domain.agreement.access.AgreementFacts;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.agreement.clause.ReviewClause;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.report.review.Concerned;
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
