package org.sekisho.domain.party.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * To which organisations a person belongs and belonged.
 *
 * @param periods every period with every organisation, in order
 */
public record Affiliations(List<Affiliation> periods) {

    public Affiliations {
        periods = List.copyOf(periods);
    }

    /** The organisations to which the person belongs on this day: home, and the host and the commissioning one if any. */
    public Set<UUID> current(LocalDate day) {
        return organisations(each -> each.isCurrent(day));
    }

    /** The organisations that count in conflicts on this day: the current ones and those left less than two years ago. */
    public Set<UUID> counting(LocalDate day) {
        return organisations(each -> each.counts(day));
    }

    /** The organisation to which the person belongs in this way on this day. */
    public Optional<UUID> of(AffiliationKind kind, LocalDate day) {
        return periods.stream()
                .filter(each -> each.kind() == kind && each.isCurrent(day))
                .map(Affiliation::organisation)
                .findFirst();
    }

    private Set<UUID> organisations(Predicate<Affiliation> which) {
        return periods.stream().filter(which).map(Affiliation::organisation).collect(Collectors.toUnmodifiableSet());
    }
}
