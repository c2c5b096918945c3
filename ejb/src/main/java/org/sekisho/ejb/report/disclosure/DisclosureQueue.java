package org.sekisho.ejb.report.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.disclosure.DisclosureCase;
import org.sekisho.domain.report.disclosure.DisclosureDirectory;
import org.sekisho.domain.report.disclosure.DisclosureDirectory.WaitingCase;
import org.sekisho.domain.report.disclosure.DisclosureState;
import org.sekisho.domain.report.escalation.EscalationDirectory;
import org.sekisho.domain.report.escalation.EscalationDirectory.Authority;
import org.sekisho.domain.shared.Audience;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.QueueItem;
import org.sekisho.domain.shared.QueueSource;
import org.sekisho.domain.shared.Subject;

/**
 * Disclosure cases that wait: of which nobody outside was told yet, and whose day of publication comes, for the institution; and which were
 * shown lately, for those of the authorities who may read them. Two queries, for one person and for everyone alike.
 */
@ApplicationScoped
public class DisclosureQueue implements QueueSource {

    /** So long before it comes, a day of publication is in the queue. */
    static final int DAYS_BEFORE = 7;

    /** So long a case that was shown stands in the queue of those who read it and answer nothing. */
    static final Duration SHOWN_FOR = Duration.ofDays(7);

    private static final Set<Role> WORKERS = Set.of(Role.SECURITY_REVIEWER, Role.CISO);
    private static final Set<Role> READERS = Set.of(Role.AUTHORITY_REVIEWER);

    @Inject
    private DisclosureDirectory directory;

    @Inject
    private EscalationDirectory authorities;

    @Override
    public List<Waits> waits(Optional<Waiting> who, int most, Instant now) {
        if (who.isPresent() && !who.get().holds(WORKERS) && !who.get().holds(READERS)) {
            return List.of();
        }
        LocalDate today = Days.of(now);
        Instant since = now.minus(SHOWN_FOR);
        List<Authority> units = authorities.authorities(today);
        List<Waits> waits = new ArrayList<>();
        for (WaitingCase each : directory.waiting(today.plusDays(DAYS_BEFORE), since, most)) {
            Audience workers = Audience.holding(WORKERS).at(each.organisation());
            if (each.state() == DisclosureState.PREPARED) {
                waits.add(new Waits(item(each, "tell", Optional.empty()), workers));
            } else if (each.publishOn()
                    .filter(day -> !day.isAfter(today.plusDays(DAYS_BEFORE)))
                    .isPresent()) {
                waits.add(new Waits(item(each, "publish", each.publishOn().map(Days::endOf)), workers));
            }
            if (each.shownAt().filter(shown -> shown.isAfter(since)).isPresent()) {
                units.forEach(unit -> waits.add(new Waits(
                        item(each, "shown", Optional.empty()),
                        Audience.holding(READERS).at(unit.id()))));
            }
        }
        return waits;
    }

    private static QueueItem item(WaitingCase waiting, String what, Optional<Instant> due) {
        return new QueueItem(
                new Subject(DisclosureCase.KIND, waiting.id()),
                "queue.disclosure." + what,
                Map.of(
                        "report", waiting.reference(),
                        "organisationEn", waiting.organisationName().in(ReadingLanguage.EN),
                        "organisationJa", waiting.organisationName().in(ReadingLanguage.JA)),
                due,
                "queue-consequence.disclosure." + what,
                "queue-action.disclosure." + what,
                "/disclosure?id=" + waiting.id());
    }
}
