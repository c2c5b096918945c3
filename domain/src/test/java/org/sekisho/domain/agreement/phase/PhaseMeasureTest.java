package org.sekisho.domain.agreement.phase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.domain.agreement.clause.PhaseClause.Comparison;
import org.sekisho.domain.agreement.clause.PhaseClause.Criterion;
import org.sekisho.domain.agreement.clause.PhaseClause.Measurement;
import org.sekisho.domain.agreement.clause.Words;

/** By which codes clauses name what the system counts. */
class PhaseMeasureTest {

    @ParameterizedTest
    @EnumSource
    void aClauseCanNameEveryMeasure(PhaseMeasure measure) {
        Words words = new Words("name", "名称");
        Criterion criterion =
                new Criterion(measure.code(), words, Comparison.AT_LEAST, 1, words, Measurement.BY_SYSTEM);

        assertEquals(Optional.of(measure), PhaseMeasure.of(criterion.code()));
    }

    @Test
    void whatNobodyCountsHasNoMeasure() {
        assertTrue(PhaseMeasure.of("critical-closed").isEmpty());
    }
}
