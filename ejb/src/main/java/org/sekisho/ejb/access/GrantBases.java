package org.sekisho.ejb.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.access.AccessFactsSource;
import org.sekisho.domain.agreement.access.AccessRequest;
import org.sekisho.domain.agreement.access.AgreementFacts;
import org.sekisho.domain.agreement.access.ChecklistFacts;
import org.sekisho.domain.agreement.access.PersonFacts;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.GeneralClause;
import org.sekisho.domain.agreement.clause.PeopleClause;
import org.sekisho.domain.agreement.grant.GrantBasis;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.CurrentAct;

/** Puts together what a grant is measured against, from the facts that decisions rest on. */
@ApplicationScoped
public class GrantBases {

    @Inject
    private CurrentAct act;

    @Inject
    private AccessFactsSource facts;

    GrantBasis of(UUID agreement, UUID organisation, UUID person) {
        ChecklistFacts team = facts.loadChecklist(agreement, act.now());
        AgreementFacts governs = team.agreement().orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        Optional<PersonFacts> known = facts.load(AccessRequest.question(person, agreement, Action.MODEL_USE), act.now())
                .person()
                .filter(PersonFacts::active);
        Optional<PeopleClause> people = clause(governs, ClauseKind.PEOPLE, PeopleClause.class);
        long others = team.members().orElse(List.of()).stream()
                .filter(member -> !member.person().id().equals(person))
                .count();
        return new GrantBasis(
                governs.capacities().keySet(),
                people.map(GrantBases::rolesIn).orElse(Set.of()),
                clause(governs, ClauseKind.GENERAL, GeneralClause.class)
                        .map(GeneralClause::lastDay)
                        .orElse(LocalDate.EPOCH),
                known.map(PersonFacts::organisations).orElse(Set.of()),
                known.map(found -> found.roles().getOrDefault(organisation, Set.<Role>of()))
                        .orElse(Set.of()),
                people.map(clause -> others < clause.teamLimit()).orElse(true));
    }

    private static Set<Role> rolesIn(PeopleClause clause) {
        return clause.roles().stream().map(PeopleClause.RoleActions::role).collect(Collectors.toUnmodifiableSet());
    }

    private static <C> Optional<C> clause(AgreementFacts agreement, ClauseKind kind, Class<C> type) {
        return Optional.ofNullable(agreement.clauses().get(kind))
                .filter(type::isInstance)
                .map(type::cast);
    }
}
