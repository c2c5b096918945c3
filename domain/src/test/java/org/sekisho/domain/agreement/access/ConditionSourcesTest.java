package org.sekisho.domain.agreement.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.shared.Ids;

class ConditionSourcesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    private static final UsageFacts USAGE = new UsageFacts(Scenario.TODAY, 1, 2);
    private static final ConditionSource.Question QUESTION =
            new ConditionSource.Question(Scenario.AGREEMENT, Scenario.BANK, NOW);

    /** A source that answers with what it is given. */
    private record Source(ConditionSource.Name name, Supplier<OutsideFact> answer) implements ConditionSource {

        @Override
        public Map<UUID, OutsideFact> load(List<Question> questions) {
            return Map.of(Scenario.AGREEMENT, answer.get());
        }
    }

    @Test
    void missingSourceIsUnknown() {
        assertEquals(OutsideFacts.unknown(), ask());
        assertEquals(
                new OutsideFacts(Optional.empty(), Optional.empty(), Optional.of(USAGE)),
                ask(new Source(ConditionSource.Name.USAGE, () -> USAGE)));
    }

    @Test
    void whatASourceLeavesOutIsUnknownForThatAgreementAlone() {
        UUID other = Ids.next();
        Map<UUID, OutsideFacts> known = new ConditionSources(
                        List.of(new Source(ConditionSource.Name.USAGE, () -> USAGE)))
                .ask(List.of(QUESTION, new ConditionSource.Question(other, Scenario.BANK, NOW)));
        assertEquals(
                Map.of(
                        Scenario.AGREEMENT,
                        new OutsideFacts(Optional.empty(), Optional.empty(), Optional.of(USAGE)),
                        other,
                        OutsideFacts.unknown()),
                known);
    }

    @Test
    void failingSourceIsUnknown() {
        assertEquals(OutsideFacts.unknown(), ask(new Source(ConditionSource.Name.USAGE, () -> {
            throw new IllegalStateException("no database");
        })));
    }

    @Test
    void sourceThatAnswersWithSomethingElseIsUnknown() {
        assertEquals(OutsideFacts.unknown(), ask(new Source(ConditionSource.Name.PLAYBOOKS, () -> USAGE)));
    }

    @Test
    void twoSourcesOfOneNameAreUnknown() {
        Source source = new Source(ConditionSource.Name.USAGE, () -> USAGE);
        assertEquals(OutsideFacts.unknown(), ask(source, source));
    }

    private static OutsideFacts ask(Source... sources) {
        return new ConditionSources(List.of(sources)).ask(QUESTION);
    }
}
