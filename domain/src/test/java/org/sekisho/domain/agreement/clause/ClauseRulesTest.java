package org.sekisho.domain.agreement.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.domain.agreement.clause.AuditClause.AssuranceLevel;
import org.sekisho.domain.agreement.clause.AuditClause.Standard;
import org.sekisho.domain.agreement.clause.ExportClause.Material;
import org.sekisho.domain.agreement.clause.LiveFireClause.WindowRules;
import org.sekisho.domain.agreement.clause.PeopleClause.RoleActions;
import org.sekisho.domain.agreement.clause.PhaseClause.Comparison;
import org.sekisho.domain.agreement.clause.PhaseClause.Criterion;
import org.sekisho.domain.agreement.clause.PhaseClause.Measurement;
import org.sekisho.domain.agreement.clause.PhaseClause.PhaseRule;
import org.sekisho.domain.agreement.clause.ReviewClause.ClockUnit;
import org.sekisho.domain.agreement.clause.ReviewClause.Rank;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.agreement.clause.ReviewClause.Stage;
import org.sekisho.domain.agreement.clause.ReviewClause.TierReview;
import org.sekisho.domain.agreement.clause.ScopeClause.NamedSystem;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.ErrorCode;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

class ClauseRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final Words NAME = new Words("Name", "名称");

    @Test
    void numbersFollowTheOrderOfTheDocument() {
        assertEquals(1, ClauseKind.GENERAL.number());
        assertEquals(6, ClauseKind.EXPORT.number());
        assertEquals(14, ClauseKind.PHASE.number());
        for (ClauseKind kind : ClauseKind.values()) {
            assertTrue(SampleClauses.all().stream()
                    .anyMatch(clause -> clause.kind() == kind && kind.type().isInstance(clause)));
        }
    }

    @Test
    void wordsAreNeededInBothLanguages() {
        refuses(SharedError.REQUIRED, () -> new Words("English", " "));
        refuses(SharedError.REQUIRED, () -> new Words("", "日本語"));
        refuses(SharedError.TOO_LONG, () -> new Words("x".repeat(Words.LIMIT + 1), "日本語"));
    }

    @Test
    void termMustNotEndBeforeItBegins() {
        refuses(ClauseError.TERM_REVERSED, () -> SampleClauses.general(DAY, DAY.minusDays(1)));
        assertTrue(SampleClauses.general(DAY, DAY).covers(DAY));
    }

    @Test
    void termIsFiveYearsAtMost() {
        SampleClauses.general(DAY, DAY.plusYears(GeneralClause.MOST_YEARS).minusDays(1));
        refuses(ClauseError.TERM_TOO_LONG, () -> SampleClauses.general(DAY, DAY.plusYears(GeneralClause.MOST_YEARS)));
    }

    @Test
    void termHoldsItsFirstAndItsLastDay() {
        GeneralClause general = SampleClauses.general(DAY, DAY.plusDays(9));
        assertFalse(general.covers(DAY.minusDays(1)));
        assertTrue(general.covers(DAY));
        assertTrue(general.covers(DAY.plusDays(9)));
        assertFalse(general.covers(DAY.plusDays(10)));
    }

    @Test
    void systemThatIsNotNamedIsOutOfScope() {
        ScopeClause scope = SampleClauses.scope();
        assertTrue(scope.covers("settlement-gateway"));
        assertFalse(scope.covers("unknown"));
        assertFalse(scope.covers("core-ledger"));
        assertTrue(scope.excludes("core-ledger"));
    }

    @Test
    void systemCannotBeInScopeAndExcluded() {
        NamedSystem system = new NamedSystem("a", NAME);
        refuses(
                ClauseError.SYSTEM_BOTH_IN_AND_OUT,
                () -> new ScopeClause(
                        "m", "1", Set.of(Purpose.VULNERABILITY_DETECTION), List.of(system), List.of(system)));
    }

    @Test
    void scopeNeedsPurposesAndSystems() {
        NamedSystem system = new NamedSystem("a", NAME);
        refuses(ClauseError.EMPTY, () -> new ScopeClause("m", "1", Set.of(), List.of(system), List.of()));
        refuses(
                ClauseError.EMPTY,
                () -> new ScopeClause("m", "1", Set.of(Purpose.VULNERABILITY_DETECTION), List.of(), List.of()));
    }

    @Test
    void listsAreBoundedAndHoldNothingTwice() {
        List<NamedSystem> many = IntStream.rangeClosed(0, ClauseChecks.LIST_LIMIT)
                .mapToObj(i -> new NamedSystem("s" + i, NAME))
                .toList();
        refuses(
                ClauseError.TOO_MANY,
                () -> new ScopeClause("m", "1", Set.of(Purpose.VULNERABILITY_DETECTION), many, List.of()));
        List<NamedSystem> twice = List.of(many.get(0), many.get(0));
        refuses(
                ClauseError.DUPLICATE,
                () -> new ScopeClause("m", "1", Set.of(Purpose.VULNERABILITY_DETECTION), twice, List.of()));
    }

    @Test
    void codesAreLowerCaseAndShort() {
        for (String wrong : List.of("A", "a b", "-a", "a-", "日本", "a".repeat(64) + "b")) {
            assertThrows(Refusal.class, () -> new NamedSystem(wrong, NAME), wrong);
        }
        new NamedSystem("a", NAME);
        new NamedSystem("a.b_c-9", NAME);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-*, 2026-05, true",
        "2026-*, 2026-, true",
        "2026-*, 2025-05, false",
        "*, anything, true",
        "1.2, 1.2, true",
        "1.2, 1x2, false",
        "1.2, 1.2.3, false",
        "*.3, 1.2.3, true",
        "1.*.3, 1.2.2.3, true",
        "1.*.3, 1.2.2.4, false",
    })
    void versionMatchesThePattern(String pattern, String version, boolean matches) {
        ScopeClause scope = new ScopeClause(
                "m",
                pattern,
                Set.of(Purpose.VULNERABILITY_DETECTION),
                SampleClauses.scope().systems(),
                List.of());
        assertEquals(matches, scope.covers("m", version));
        assertFalse(scope.covers("other", version));
    }

    @Test
    void noPatternTakesLong() {
        Assertions.assertTimeout(
                Duration.ofSeconds(5), () -> Wildcard.matches("*a".repeat(31) + "b", "a".repeat(5_000)));
    }

    @Test
    void versionsAreNoRegularExpressions() {
        refuses(
                ClauseError.PATTERN_MALFORMED,
                () -> new ScopeClause(
                        "m",
                        "(a+)+",
                        Set.of(Purpose.VULNERABILITY_DETECTION),
                        SampleClauses.scope().systems(),
                        List.of()));
    }

    @Test
    void roleMayDoOnlyWhatIsListed() {
        PeopleClause people = SampleClauses.people();
        assertTrue(people.allows(Role.ANALYST, Action.MODEL_USE));
        assertFalse(people.allows(Role.ANALYST, Action.REPORT_REVIEW));
        assertTrue(people.actionsOf(Role.OBSERVER).isEmpty());
        assertEquals(1, people.trainingsFor(Role.ANALYST).size());
        assertTrue(people.trainingsFor(Role.SECURITY_REVIEWER).isEmpty());
    }

    @Test
    void roleCannotBeListedTwice() {
        RoleActions analyst = new RoleActions(Role.ANALYST, Set.of(Action.MODEL_USE));
        refuses(ClauseError.DUPLICATE, () -> new PeopleClause(5, List.of(analyst, analyst), List.of()));
    }

    @Test
    void audienceWithoutProfileSeesEverythingMasked() {
        RedactionClause redaction = SampleClauses.redaction();
        assertEquals(EnumSet.allOf(SensitiveMatter.class), redaction.maskedFor(Audience.PEER));
        assertTrue(redaction.maskedFor(Audience.OWNER).isEmpty());
        assertEquals(Set.of(SensitiveMatter.CREDENTIALS), redaction.maskedFor(Audience.AUTHORITY));
    }

    @Test
    void whatNoRuleNamesDoesNotLeave() {
        ExportClause export = SampleClauses.export();
        assertTrue(export.rule(Role.CISO, Material.REPORT, Audience.PEER).isPresent());
        assertTrue(export.rule(Role.CISO, Material.FIX, Audience.PEER).isEmpty());
        assertTrue(export.rule(Role.ANALYST, Material.REPORT, Audience.PEER).isEmpty());
        assertTrue(new ExportClause(List.of())
                .rule(Role.CISO, Material.REPORT, Audience.OWNER)
                .isEmpty());
    }

    @Test
    void releaseNeedsAnApproval() {
        refuses(
                ClauseError.EMPTY,
                () -> new ExportClause.Rule(
                        Role.CISO, Material.FIX, Audience.PEER, List.of(), Set.of(ExportClause.Format.PDF), 1));
    }

    @ParameterizedTest
    @CsvSource({"CRITICAL, false", "HIGH, false", "MEDIUM, true", "LOW, true"})
    void highRisksNeedBothSides(RiskTier tier, boolean oneSideIsEnough) {
        for (Side side : Side.values()) {
            List<Stage> one = List.of(new Stage(side, 1, Rank.ANY, 1, ClockUnit.HOURS));
            if (oneSideIsEnough) {
                new TierReview(tier, one);
            } else {
                refuses(ClauseError.REVIEW_NEEDS_BOTH_SIDES, () -> new TierReview(tier, one));
            }
        }
    }

    @Test
    void tierThatIsNotListedHasNoChain() {
        assertTrue(SampleClauses.review().of(RiskTier.LOW).isEmpty());
        assertEquals(
                2,
                SampleClauses.review().of(RiskTier.HIGH).orElseThrow().stages().size());
    }

    @Test
    void stagesMayRepeat() {
        Stage stage = new Stage(Side.INSTITUTION_SECURITY, 1, Rank.ANY, 1, ClockUnit.HOURS);
        assertEquals(
                2, new TierReview(RiskTier.LOW, List.of(stage, stage)).stages().size());
    }

    @Test
    void liveFireNeedsTwoApprovals() {
        List<ApprovalNeeded> one = List.of(new ApprovalNeeded(Role.CISO, 1));
        refuses(ClauseError.LIVE_FIRE_NEEDS_TWO, () -> new WindowRules(one, 8, 0, true, NAME));
        assertTrue(LiveFireClause.forbidden().isForbidden());
        assertFalse(SampleClauses.liveFire().isForbidden());
    }

    @Test
    void proceduresGiveNoAssuranceAndEverythingElseDoes() {
        for (Standard standard : Standard.values()) {
            for (AssuranceLevel level : AssuranceLevel.values()) {
                boolean fits = (standard == Standard.AGREED_UPON_PROCEDURES) == (level == AssuranceLevel.NONE);
                if (fits) {
                    new AuditClause(90, 0, standard, level, 1, 12);
                } else {
                    refuses(ClauseError.LEVEL_AGAINST_STANDARD, () -> new AuditClause(90, 0, standard, level, 1, 12));
                }
            }
        }
    }

    @Test
    void criteriaAreMeasuredAgainstTheirThreshold() {
        assertTrue(Comparison.AT_LEAST.holds(95, 95));
        assertFalse(Comparison.AT_LEAST.holds(94, 95));
        assertTrue(Comparison.AT_MOST.holds(95, 95));
        assertFalse(Comparison.AT_MOST.holds(96, 95));
    }

    @Test
    void assessmentOfSystemicRiskIsNeverListed() {
        refuses(ClauseError.DUPLICATE, () -> criterion(PhaseClause.SYSTEMIC_RISK, Comparison.AT_MOST));
    }

    @Test
    void lastPhaseOpensNothing() {
        refuses(
                ClauseError.LAST_PHASE_OPENS_NOTHING,
                () -> new PhaseRule(
                        Phase.BROAD,
                        Set.of(Purpose.VULNERABILITY_DETECTION),
                        List.of(criterion("a", Comparison.AT_MOST))));
    }

    @Test
    void agreementBeginsInAPhaseThatHasARule() {
        List<PhaseRule> rules = SampleClauses.phase().phases();
        refuses(ClauseError.PHASE_MISSING, () -> new PhaseClause(Phase.BROAD, rules));
    }

    @Test
    void phaseThatIsNotListedPermitsNothing() {
        PhaseClause phase = SampleClauses.phase();
        assertTrue(phase.allows(Phase.PILOT, Purpose.VULNERABILITY_DETECTION));
        assertFalse(phase.allows(Phase.PILOT, Purpose.REMEDIATION_PLANNING));
        assertFalse(phase.allows(Phase.BROAD, Purpose.VULNERABILITY_DETECTION));
    }

    @Test
    void clausesCannotBeChangedThroughTheListsTheyWereMadeOf() {
        List<NamedSystem> systems = new ArrayList<>(SampleClauses.scope().systems());
        ScopeClause scope = new ScopeClause("m", "1", Set.of(Purpose.VULNERABILITY_DETECTION), systems, List.of());
        systems.clear();
        assertEquals(2, scope.systems().size());
        assertThrows(UnsupportedOperationException.class, () -> scope.purposes().add(Purpose.REMEDIATION_PLANNING));
    }

    @Test
    void numbersHaveLimits() {
        refuses(ClauseError.OUT_OF_RANGE, () -> new UsageClause(0, 1));
        refuses(ClauseError.OUT_OF_RANGE, () -> new PeopleClause(0, List.of(), List.of()));
        refuses(ClauseError.OUT_OF_RANGE, () -> new ApprovalNeeded(Role.CISO, 0));
        refuses(
                ClauseError.OUT_OF_RANGE,
                () -> new PlaybooksClause(SampleClauses.playbooks().mandatory(), 0, 1));
        refuses(ClauseError.OUT_OF_RANGE, () -> new Stage(Side.AUTHORITY, 1, Rank.ANY, 61, ClockUnit.BUSINESS_DAYS));
        refuses(ClauseError.OUT_OF_RANGE, () -> new DataHandlingClause(Tlp.RED, Set.of(), 31, 365, 1));
    }

    @Test
    void actionsAreFoundByTheirCodes() {
        for (Action action : Action.values()) {
            assertEquals(Optional.of(action), Action.ofCode(action.code()));
        }
        assertTrue(Action.ofCode("MODEL_USE").isEmpty());
    }

    private static Criterion criterion(String code, Comparison comparison) {
        return new Criterion(code, NAME, comparison, 95, NAME, Measurement.STATED);
    }

    private static void refuses(ErrorCode code, Executable act) {
        assertEquals(code, assertThrows(Refusal.class, act).code());
    }
}
