package org.sekisho.domain.report.escalation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Audience;

/**
 * Whom an escalation asks now. Of each designated authority those who are on duty; all its duty officers where nobody is, and when those
 * who were asked didn't acknowledge in time. Where no authority is designated it isn't kept for one: people are told that they have to find
 * one.
 *
 * @param authorities that are designated today
 * @param onDuty by organisation; whoever isn't in it has nobody on the roster
 */
public record EscalationRoute(Set<UUID> authorities, Map<UUID, Set<UUID>> onDuty) {

    private static final Set<Role> DUTY = Set.of(Role.DUTY_OFFICER);
    private static final Set<Role> COORDINATORS = Set.of(Role.COORDINATOR);

    public EscalationRoute {
        authorities = Set.copyOf(authorities);
        onDuty = Map.copyOf(onDuty);
    }

    /** Who of the authorities is asked, in the circle that the escalation has reached; one audience for each authority. */
    public List<Audience> authority(Circle circle) {
        return authorities.stream()
                .map(each -> circle == Circle.ON_DUTY ? onDuty(each) : all(each))
                .toList();
    }

    /** Who of the institution may add to it: told before the authority, and never waited for. */
    public Audience institution(UUID owner) {
        return onDuty(owner);
    }

    /** Whether there is no authority to ask. */
    public boolean leadsNowhere() {
        return authorities.isEmpty();
    }

    /** Who is told that it leads nowhere: the coordinators, who see a designation made, and the institution, which may call by other ways. */
    public List<Audience> unaddressed(UUID owner) {
        return List.of(Audience.holding(COORDINATORS), onDuty(owner));
    }

    /** Who is told that nobody at the authority answered twice. */
    public Audience coordinators() {
        return Audience.holding(COORDINATORS);
    }

    private Audience onDuty(UUID organisation) {
        Set<UUID> people = onDuty.getOrDefault(organisation, Set.of());
        return people.isEmpty() ? all(organisation) : all(organisation).only(people);
    }

    private static Audience all(UUID organisation) {
        return Audience.holding(DUTY).at(organisation);
    }
}
