package org.sekisho.domain.assurance.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.engagement.AuditorReading.Obstacle;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Days;

/**
 * The one rule of what an auditor reads: only in an engagement that is open, on its team, independent, and within its scope and
 * period. It is pure, and everything that stands against a reading is named.
 */
public final class AuditorScope {

    private AuditorScope() {}

    /** Whether the actor may work as an auditor in the engagement at all. */
    public static AuditorReading decide(Actor actor, Engagement engagement, Instant now) {
        return new AuditorReading(obstacles(actor, engagement, now));
    }

    /**
     * Whether the actor may read something as an auditor of the engagement.
     *
     * @param section what it is about
     * @param about the days it is about: from when to when it held, or the one day on which it happened
     */
    public static AuditorReading decide(
            Actor actor, Engagement engagement, EvidenceSection section, Period about, Instant now) {
        Set<Obstacle> against = obstacles(actor, engagement, now);
        if (!engagement.terms().sections().contains(section)) {
            against.add(Obstacle.OUT_OF_SCOPE);
        }
        if (!engagement.terms().period().overlaps(about)) {
            against.add(Obstacle.OUT_OF_PERIOD);
        }
        return new AuditorReading(against);
    }

    private static Set<Obstacle> obstacles(Actor actor, Engagement engagement, Instant now) {
        Set<Obstacle> against = EnumSet.noneOf(Obstacle.class);
        if (!engagement.state().isOpenToAuditors()) {
            against.add(Obstacle.ENGAGEMENT_NOT_OPEN);
        }
        if (!engagement.team().has(actor)) {
            against.add(Obstacle.NOT_ON_TEAM);
            return against;
        }
        if (engagement.firm().filter(actor::isOf).isEmpty()) {
            against.add(Obstacle.NOT_OF_FIRM);
        }
        if (actor.affiliations().contains(engagement.terms().responsibleParty())) {
            against.add(Obstacle.AFFILIATED);
        }
        LocalDate today = Days.of(now);
        obstacle(engagement.team().independence(actor.requirePerson(), today)).ifPresent(against::add);
        if (engagement.team().firmIndependence(today) != Independence.ACCEPTED) {
            against.add(Obstacle.FIRM_NOT_INDEPENDENT);
        }
        return against;
    }

    private static Optional<Obstacle> obstacle(Independence independence) {
        return switch (independence) {
            case ACCEPTED -> Optional.empty();
            case MISSING -> Optional.of(Obstacle.INDEPENDENCE_MISSING);
            case PENDING -> Optional.of(Obstacle.INDEPENDENCE_PENDING);
            case REFUSED -> Optional.of(Obstacle.INDEPENDENCE_REFUSED);
            case EXPIRED -> Optional.of(Obstacle.INDEPENDENCE_EXPIRED);
        };
    }
}
