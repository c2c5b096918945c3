package org.sekisho.domain.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.sekisho.domain.shared.Audience;
import org.sekisho.domain.shared.QueueSource.Waiting;

/** Everyone who can sign in, so that an audience is found without asking each of them. */
public final class Everyone {

    private record Seat(String role, UUID organisation) {}

    private final Map<String, List<Waiting>> byRole = new HashMap<>();
    private final Map<Seat, List<Waiting>> bySeat = new HashMap<>();

    /** Takes each person once for each organisation for which they act. */
    public Everyone(Collection<Waiting> people) {
        for (Waiting each : people) {
            for (String role : each.roles()) {
                byRole.computeIfAbsent(role, unused -> new ArrayList<>()).add(each);
                bySeat.computeIfAbsent(new Seat(role, each.organisation()), unused -> new ArrayList<>())
                        .add(each);
            }
        }
    }

    /** Whom the audience includes; somebody who acts for two organisations is one person. */
    public Set<UUID> included(Audience audience) {
        Set<UUID> included = new LinkedHashSet<>();
        candidates(audience).filter(audience::includes).forEach(who -> included.add(who.person()));
        return included;
    }

    private Stream<Waiting> candidates(Audience audience) {
        if (audience.organisations().isEmpty()) {
            return audience.roles().stream().flatMap(role -> byRole.getOrDefault(role, List.of()).stream());
        }
        return audience.roles().stream().flatMap(role -> audience.organisations().stream()
                .flatMap(at -> bySeat.getOrDefault(new Seat(role, at), List.of()).stream()));
    }
}
