package org.sekisho.ejb.report.embargo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.embargo.Embargo;
import org.sekisho.domain.report.embargo.EmbargoState;
import org.sekisho.domain.report.embargo.WaitingEmbargoes;
import org.sekisho.domain.report.embargo.WaitingEmbargoes.Turn;
import org.sekisho.domain.report.embargo.WaitingEmbargoes.WaitingAnswer;
import org.sekisho.domain.shared.Audience;
import org.sekisho.domain.shared.QueueItem;
import org.sekisho.domain.shared.QueueSource;
import org.sekisho.domain.shared.Subject;

/**
 * Embargoes: an answer that an organisation owes, an end that comes, and for a while that one is over or was broken, for those who agreed to
 * keep it. Two queries, for one person and for everyone alike.
 */
@ApplicationScoped
public class EmbargoQueue implements QueueSource {

    /** So long before its end an embargo is in its owner's queue. */
    static final Duration BEFORE_END = Duration.ofDays(7);

    /** So long people are told that one is over. */
    static final Duration TOLD_FOR = Duration.ofDays(3);

    private static final Set<Role> OWNERS = Set.of(Role.SECURITY_REVIEWER, Role.CISO);
    private static final Set<Role> KEEPERS =
            Set.of(Role.SIGNATORY, Role.SECURITY_REVIEWER, Role.CISO, Role.VENDOR_ENGINEER, Role.AUTHORITY_REVIEWER);

    @Inject
    private WaitingEmbargoes embargoes;

    @Override
    public List<Waits> waits(Optional<Waiting> who, int most, Instant now) {
        if (who.isPresent() && !who.get().holds(KEEPERS)) {
            return List.of();
        }
        List<Waits> all = new ArrayList<>();
        for (WaitingAnswer each : embargoes.unanswered(who, most, now)) {
            boolean late = !now.isBefore(each.answerBy());
            all.add(new Waits(
                    item(
                            each.embargo(),
                            each.owner(),
                            "answer",
                            late ? "answer-late" : "answer",
                            Optional.of(each.answerBy())),
                    Audience.holding(KEEPERS).at(each.asked())));
        }
        for (Turn each : embargoes.turns(now.plus(BEFORE_END), now.minus(TOLD_FOR), most)) {
            all.add(new Waits(turn(each), Audience.holding(OWNERS).at(each.organisation())));
            if (each.state() != EmbargoState.IN_EFFECT) {
                for (UUID keeper : each.agreed()) {
                    all.add(new Waits(turn(each), Audience.holding(KEEPERS).at(keeper)));
                }
            }
        }
        return all;
    }

    private static QueueItem turn(Turn turn) {
        return switch (turn.state()) {
            case IN_EFFECT -> item(turn.embargo(), turn.owner(), "ends", "ends", Optional.of(turn.until()));
            case ENDED -> item(turn.embargo(), turn.owner(), "ended", "ended", Optional.empty());
            case BROKEN -> item(turn.embargo(), turn.owner(), "broken", "broken", Optional.empty());
        };
    }

    private static QueueItem item(UUID embargo, Name owner, String what, String consequence, Optional<Instant> due) {
        return new QueueItem(
                new Subject(Embargo.KIND, embargo),
                "queue.embargo." + what,
                Map.of("ownerEn", owner.in(ReadingLanguage.EN), "ownerJa", owner.in(ReadingLanguage.JA)),
                due,
                "queue-consequence.embargo." + consequence,
                "queue-action.embargo." + what,
                "/embargo?id=" + embargo);
    }
}
