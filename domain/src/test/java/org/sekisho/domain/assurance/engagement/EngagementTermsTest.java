package org.sekisho.domain.assurance.engagement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sekisho.domain.agreement.clause.AuditClause.AssuranceLevel;
import org.sekisho.domain.agreement.clause.AuditClause.Standard;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.Audit;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Refused;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

class EngagementTermsTest {

    static Stream<Arguments> standardsAndLevels() {
        return Stream.of(Standard.values())
                .flatMap(standard -> Stream.of(AssuranceLevel.values()).map(level -> Arguments.of(standard, level)));
    }

    @ParameterizedTest
    @MethodSource("standardsAndLevels")
    void onlyAgreedUponProceduresGiveNoAssurance(Standard standard, AssuranceLevel level) {
        boolean fits = (standard == Standard.AGREED_UPON_PROCEDURES) == (level == AssuranceLevel.NONE);
        if (fits) {
            assertEquals(level, Audit.terms(standard, level).level());
        } else {
            Refused.with(AssuranceError.LEVEL_AGAINST_STANDARD, () -> Audit.terms(standard, level));
        }
    }

    @Test
    void scopeCannotBeEmpty() {
        Refused.with(AssuranceError.SCOPE_EMPTY, () -> terms("", "", Set.of(), Audit.REPORT_DUE));
    }

    @Test
    void reportCannotBeDueBeforeThePeriodIsOver() {
        LocalDate last = Audit.PERIOD.last();
        Refused.with(AssuranceError.REPORT_DUE_TOO_EARLY, () -> terms("", "", Audit.SECTIONS, last));
        assertEquals(
                last.plusDays(1),
                terms("", "", Audit.SECTIONS, last.plusDays(1)).reportDue());
    }

    @Test
    void areCompleteOnlyWithCriteriaAndIntendedUsers() {
        assertFalse(terms("", "", Audit.SECTIONS, Audit.REPORT_DUE).areComplete());
        assertFalse(terms("c", " ", Audit.SECTIONS, Audit.REPORT_DUE).areComplete());
        assertFalse(terms("", "u", Audit.SECTIONS, Audit.REPORT_DUE).areComplete());
        assertTrue(terms("c", "u", Audit.SECTIONS, Audit.REPORT_DUE).areComplete());
    }

    @Test
    void textsHaveLimits() {
        Refused.with(
                SharedError.TOO_LONG,
                () -> terms("x".repeat(EngagementTerms.CRITERIA_LIMIT + 1), "", Audit.SECTIONS, Audit.REPORT_DUE));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-30, AUD-2026-Q1",
        "2026-09-30, AUD-2026-Q2",
        "2026-12-31, AUD-2026-Q3",
        "2027-01-01, AUD-2026-Q4",
        "2027-03-31, AUD-2026-Q4",
        "2027-04-01, AUD-2027-Q1"
    })
    void numberNamesTheJapaneseFiscalYearAndQuarter(LocalDate last, String number) {
        assertEquals(number, EngagementNumber.of(last, Set.of()));
    }

    @Test
    void secondEngagementOfAQuarterGetsANumberOfItsOwn() {
        LocalDate last = Audit.PERIOD.last();
        assertEquals("AUD-2026-Q2-2", EngagementNumber.of(last, Set.of("AUD-2026-Q2")));
        assertEquals("AUD-2026-Q2-3", EngagementNumber.of(last, Set.of("AUD-2026-Q2", "AUD-2026-Q2-2")));
        assertEquals("AUD-2026-Q2", EngagementNumber.of(last, Set.of("AUD-2026-Q1")));
    }

    @ParameterizedTest
    @CsvSource({"0, 12", "1, 0", "1, 13"})
    void rulesOfIndependenceHaveBounds(int most, int months) {
        Refusal refusal = Refused.with(SharedError.MALFORMED, () -> new IndependenceRules(most, months));
        assertEquals(
                most == 0 ? "mostConsecutive" : "declarationMonths",
                refusal.parameters().get("field"));
    }

    private static EngagementTerms terms(
            String criteria, String users, Set<EvidenceSection> sections, LocalDate reportDue) {
        return new EngagementTerms(
                Standard.ISAE_3000,
                AssuranceLevel.LIMITED,
                criteria,
                Audit.BANK,
                users,
                Audit.PERIOD,
                sections,
                reportDue);
    }
}
