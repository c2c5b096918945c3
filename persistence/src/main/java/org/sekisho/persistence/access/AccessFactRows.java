package org.sekisho.persistence.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.access.AccessFacts;
import org.sekisho.domain.agreement.access.AccessFactsSource;
import org.sekisho.domain.agreement.access.AccessRequest;
import org.sekisho.domain.agreement.access.AgreementFacts;
import org.sekisho.domain.agreement.access.AttestationFact;
import org.sekisho.domain.agreement.access.ChecklistFacts;
import org.sekisho.domain.agreement.access.ChecklistFacts.Member;
import org.sekisho.domain.agreement.access.ConditionSource;
import org.sekisho.domain.agreement.access.ConditionSources;
import org.sekisho.domain.agreement.access.FreezeFact;
import org.sekisho.domain.agreement.access.GrantFact;
import org.sekisho.domain.agreement.access.OutsideFacts;
import org.sekisho.domain.agreement.access.PersonFacts;
import org.sekisho.domain.agreement.access.TrainingFact;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.agreement.environment.AttestationState;
import org.sekisho.domain.agreement.freeze.FreezeKind;
import org.sekisho.domain.agreement.freeze.FreezeScope;
import org.sekisho.domain.agreement.freeze.FreezeState;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.shared.Days;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/**
 * Reads the facts of decisions with the reach of the decision. A query that fails here ends the act: the database has given up its
 * transaction then, nothing is committed, and so nothing is permitted by it.
 */
@ApplicationScoped
public class AccessFactRows implements AccessFactsSource {

    private static final String ATTESTATIONS =
            """
            select e.agreement_id, e.environment_code, o.kind, e.first_day, e.valid_until, e.state
            from environment_attestation e join organisation o on o.id = e.attested_by_organisation_id
            where e.agreement_id = any (cast(string_to_array(:agreements, ',') as uuid[]))
            """;

    /** All of them, not only those that seem to concern the question: the checks choose, and freezes are few. */
    private static final String FREEZES =
            "select scope, target_id, frozen_at, state from access_freeze where state <> 'LIFTED'";

    @Inject
    private Sql sql;

    @Inject
    private Entrance entrance;

    @Inject
    private AgreementFactRows agreements;

    @Inject
    private PersonFactRows people;

    @Inject
    @Any
    private Instance<ConditionSource> sources;

    @Override
    public AccessFacts load(AccessRequest request, Instant at) {
        return entrance.withReachOf(SystemReach.ACCESS_DECISION, () -> read(request, at));
    }

    @Override
    public List<FreezeFact> freezes() {
        return entrance.withReachOf(SystemReach.ACCESS_DECISION, this::standing);
    }

    @Override
    public Map<UUID, ChecklistFacts> loadChecklists(Set<UUID> wanted, Instant at) {
        return wanted.isEmpty()
                ? Map.of()
                : entrance.withReachOf(SystemReach.ACCESS_DECISION, () -> readChecklists(wanted, at));
    }

    private AccessFacts read(AccessRequest request, Instant at) {
        Optional<AgreementFacts> agreement = agreements.load(request.agreement());
        return new AccessFacts(
                at,
                agreement,
                people.person(request.person(), Days.of(at)),
                Optional.of(people.grants(request.agreement(), request.person())),
                Optional.of(people.trainings(List.of(request.person()))),
                Optional.of(attestations(Set.of(request.agreement()))),
                Optional.of(standing()),
                agreement
                        .flatMap(facts -> question(facts, at))
                        .map(question -> new ConditionSources(sources).ask(question))
                        .orElseGet(OutsideFacts::unknown));
    }

    private Map<UUID, ChecklistFacts> readChecklists(Set<UUID> wanted, Instant at) {
        Map<UUID, AgreementFacts> known = agreements.load(wanted);
        Map<UUID, List<Member>> teams = teams(wanted, Days.of(at));
        Map<UUID, List<AttestationFact>> attested =
                attestations(wanted).stream().collect(Collectors.groupingBy(AttestationFact::agreement));
        List<FreezeFact> freezes = standing();
        Map<UUID, OutsideFacts> outside = new ConditionSources(sources)
                .ask(known.values().stream()
                        .flatMap(facts -> question(facts, at).stream())
                        .toList());
        Map<UUID, ChecklistFacts> checklists = new HashMap<>();
        wanted.forEach(agreement -> checklists.put(
                agreement,
                new ChecklistFacts(
                        at,
                        Optional.ofNullable(known.get(agreement)),
                        Optional.of(teams.getOrDefault(agreement, List.of())),
                        Optional.of(attested.getOrDefault(agreement, List.of())),
                        Optional.of(freezes),
                        outside.getOrDefault(agreement, OutsideFacts.unknown()))));
        return checklists;
    }

    private Map<UUID, List<Member>> teams(Set<UUID> wanted, LocalDate today) {
        List<GrantFact> grants = people.activeGrants(wanted, today);
        Set<UUID> granted = grants.stream().map(GrantFact::person).collect(Collectors.toUnmodifiableSet());
        Map<UUID, PersonFacts> known = people.people(granted, today);
        Map<UUID, List<TrainingFact>> trainings =
                people.trainings(granted).stream().collect(Collectors.groupingBy(TrainingFact::person));
        Map<UUID, List<Member>> teams = new HashMap<>();
        grants.stream()
                .collect(Collectors.groupingBy(GrantFact::agreement, Collectors.groupingBy(GrantFact::person)))
                .forEach((agreement, members) -> teams.put(
                        agreement,
                        known.values().stream()
                                .filter(person -> members.containsKey(person.id()))
                                .map(person -> new Member(
                                        person,
                                        members.getOrDefault(person.id(), List.of()),
                                        trainings.getOrDefault(person.id(), List.of())))
                                .toList()));
        return teams;
    }

    private List<AttestationFact> attestations(Set<UUID> wanted) {
        return sql.query(ATTESTATIONS).with("agreements", Sql.ids(wanted)).list(AccessFactRows::attestation);
    }

    private List<FreezeFact> standing() {
        return sql.query(FREEZES).list(AccessFactRows::freeze);
    }

    private static Optional<ConditionSource.Question> question(AgreementFacts facts, Instant at) {
        return receiver(facts).map(receiver -> new ConditionSource.Question(facts.id(), receiver, at));
    }

    private static Optional<UUID> receiver(AgreementFacts agreement) {
        return agreement.capacities().entrySet().stream()
                .filter(party -> party.getValue() == PartyRole.INSTITUTION_RECEIVING)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static AttestationFact attestation(Row row) {
        return new AttestationFact(
                row.id(0),
                row.text(1),
                row.constant(2, OrganisationKind.class),
                row.day(3),
                row.day(4),
                row.constant(5, AttestationState.class));
    }

    private static FreezeFact freeze(Row row) {
        return new FreezeFact(
                new FreezeScope(row.constant(0, FreezeKind.class), row.optionalId(1)),
                row.instant(2),
                row.constant(3, FreezeState.class) == FreezeState.LIFT_PROPOSED);
    }
}
