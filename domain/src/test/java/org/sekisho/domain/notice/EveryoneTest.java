package org.sekisho.domain.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.shared.Audience;
import org.sekisho.domain.shared.QueueSource.Waiting;

class EveryoneTest {

    private enum Hat {
        SIGNER,
        CHECKER,
        READER
    }

    private static final UUID ANN = new UUID(0, 1);
    private static final UUID BANK = new UUID(0, 2);
    private static final UUID HOST = new UUID(0, 3);

    @Test
    void whoActsForTwoOrganisationsIsOnePerson() {
        Everyone everyone = new Everyone(
                List.of(new Waiting(ANN, BANK, Set.of("SIGNER")), new Waiting(ANN, HOST, Set.of("SIGNER", "CHECKER"))));
        assertEquals(Set.of(ANN), everyone.included(Audience.holding(Set.of(Hat.SIGNER, Hat.CHECKER))));
        assertEquals(
                Set.of(),
                everyone.included(Audience.holding(Set.of(Hat.CHECKER)).at(BANK)));
    }

    /** The index must not decide otherwise than the audience itself. */
    @Test
    void itFindsExactlyThoseWhomTheAudienceIncludes() {
        Random random = new Random(7);
        List<Waiting> people = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            people.add(new Waiting(id(random, 100), id(random, 9), names(hats(random))));
        }
        Everyone everyone = new Everyone(people);
        for (int i = 0; i < 300; i++) {
            Audience audience = new Audience(
                    names(hats(random)), some(random, 9), some(random, 100), Set.of(id(random, 100), new UUID(0, 999)));
            Set<UUID> expected = people.stream()
                    .filter(audience::includes)
                    .map(Waiting::person)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(expected, new TreeSet<>(everyone.included(audience)));
        }
    }

    private static Set<UUID> some(Random random, int of) {
        Set<UUID> some = new TreeSet<>();
        int count = random.nextInt(4) * of / 4;
        for (int i = 0; i < count; i++) {
            some.add(id(random, of));
        }
        return some;
    }

    private static Set<Hat> hats(Random random) {
        Set<Hat> hats = new TreeSet<>(Set.of(Hat.values()[random.nextInt(3)]));
        hats.add(Hat.values()[random.nextInt(3)]);
        return hats;
    }

    private static Set<String> names(Set<Hat> hats) {
        return hats.stream().map(Enum::name).collect(Collectors.toSet());
    }

    private static UUID id(Random random, int of) {
        return new UUID(0, random.nextInt(of));
    }
}
