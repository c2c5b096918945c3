package org.sekisho.domain.assurance.engagement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.assurance.Audit.AUDITOR;
import static org.sekisho.domain.assurance.Audit.NOVEMBER;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.Audit;
import org.sekisho.domain.assurance.Refused;

class EngagementStateTest {

    private static final Map<EngagementState, Set<EngagementState>> TABLE = Map.of(
            EngagementState.SCHEDULED, Set.of(EngagementState.FIELDWORK),
            EngagementState.FIELDWORK, Set.of(EngagementState.REPORTING),
            EngagementState.REPORTING, Set.of(EngagementState.CLOSED),
            EngagementState.CLOSED, Set.of());

    static Stream<Arguments> pairs() {
        return Arrays.stream(EngagementState.values())
                .flatMap(from -> Arrays.stream(EngagementState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyPairIsAsTheTableSaysAndTheVerbsAgree(EngagementState from, EngagementState to) {
        boolean allowed = TABLE.getOrDefault(from, Set.of()).contains(to);
        assertEquals(allowed, from.canBecome(to));
        Engagement engagement = Audit.in(from);
        assertEquals(from, engagement.state());
        if (to == EngagementState.SCHEDULED) {
            return;
        }
        if (allowed) {
            become(engagement, to);
            assertEquals(to, engagement.state());
        } else {
            Refused.with(AssuranceError.ENGAGEMENT_STATE, () -> become(engagement, to));
            assertEquals(from, engagement.state());
        }
    }

    @Test
    void auditorsReadOnlyBetweenFieldworkAndClose() {
        assertEquals(
                Set.of(EngagementState.FIELDWORK, EngagementState.REPORTING),
                Set.copyOf(Arrays.stream(EngagementState.values())
                        .filter(EngagementState::isOpenToAuditors)
                        .toList()));
        assertTrue(EngagementState.CLOSED.next().isEmpty());
    }

    private static void become(Engagement engagement, EngagementState to) {
        switch (to) {
            case FIELDWORK -> engagement.beginFieldwork(AUDITOR, NOVEMBER);
            case REPORTING -> engagement.beginReporting(AUDITOR, NOVEMBER);
            case CLOSED -> engagement.close(AUDITOR, Conclusion.UNMODIFIED, 0, NOVEMBER);
            case SCHEDULED -> throw new IllegalArgumentException("Nothing leads back");
        }
    }
}
