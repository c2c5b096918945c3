package org.sekisho.ejb.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.Agreements;
import org.sekisho.domain.agreement.access.AccessFactsSource;
import org.sekisho.domain.agreement.access.AgreementFacts;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.CurrentAct;

/** The terms of an agreement that the actor may read, as its governing version has them. */
@ApplicationScoped
public class GoverningTerms {

    @Inject
    private CurrentAct act;

    @Inject
    private Agreements agreements;

    @Inject
    private AccessFactsSource facts;

    /** @throws Refusal with {@link SharedError#NOT_FOUND} where the actor doesn't see the agreement */
    AgreementFacts require(UUID agreement) {
        agreements.require(agreement);
        return facts.loadChecklist(agreement, act.now())
                .agreement()
                .orElseThrow(() -> new Refusal(SharedError.UNAVAILABLE));
    }

    /** The organisations that are party to it. */
    static Set<UUID> parties(AgreementFacts agreement) {
        return agreement.capacities().keySet();
    }

    /** A clause, where the governing version has it. */
    static <C extends Clause> Optional<C> clause(AgreementFacts agreement, Class<C> type) {
        return agreement.clauses().values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
