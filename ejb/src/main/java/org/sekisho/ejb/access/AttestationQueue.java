package org.sekisho.ejb.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sekisho.domain.agreement.access.AccessFactsSource;
import org.sekisho.domain.agreement.access.WaitingAccess;
import org.sekisho.domain.agreement.clause.EnvironmentsClause;
import org.sekisho.domain.agreement.clause.Language;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Audience;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.QueueItem;
import org.sekisho.domain.shared.QueueSource;
import org.sekisho.domain.shared.Subject;

/** Attestations of environments that wait for the coordinator or an authority. */
@ApplicationScoped
public class AttestationQueue implements QueueSource {

    private static final Set<Role> APPROVERS = Set.of(Role.COORDINATOR, Role.AUTHORITY_REVIEWER);

    @Inject
    private WaitingAccess waiting;

    @Inject
    private AccessFactsSource facts;

    @Override
    public List<Waits> waits(Optional<Waiting> who, int most, Instant now) {
        if (who.isPresent() && !who.get().holds(APPROVERS)) {
            return List.of();
        }
        return waiting.attestations(who, Days.of(now), most).stream()
                .map(each -> new Waits(
                        item(each, environment(each, now)),
                        Audience.holding(APPROVERS).at(each.deciding()).except(Set.of(each.proposedBy()))))
                .toList();
    }

    /** Its name as the clause has it; a clause that is gone leaves the code. */
    private Function<Language, String> environment(WaitingAccess.Attestation attestation, Instant now) {
        return facts.loadChecklist(attestation.agreement(), now)
                .agreement()
                .flatMap(agreement -> GoverningTerms.clause(agreement, EnvironmentsClause.class))
                .flatMap(clause -> clause.find(attestation.environment()))
                .<Function<Language, String>>map(found -> found.name()::in)
                .orElse(language -> attestation.environment());
    }

    private static QueueItem item(WaitingAccess.Attestation attestation, Function<Language, String> environment) {
        return new QueueItem(
                new Subject("attestation", attestation.id()),
                "queue.attestation",
                Map.of(
                        "environmentEn", environment.apply(Language.EN),
                        "environmentJa", environment.apply(Language.JA),
                        "organisationEn", attestation.attestedByName().in(ReadingLanguage.EN),
                        "organisationJa", attestation.attestedByName().in(ReadingLanguage.JA),
                        "agreement", attestation.agreementNumber()),
                Optional.of(Days.startOf(attestation.firstDay())),
                "queue-consequence.attestation",
                "queue-action.decide",
                "/agreement?tab=environments&id=" + attestation.agreement());
    }
}
