package org.sekisho.domain.agreement.clause;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sekisho.domain.agreement.clause.AuditClause.AssuranceLevel;
import org.sekisho.domain.agreement.clause.AuditClause.Standard;
import org.sekisho.domain.agreement.clause.DataHandlingClause.SentMatter;
import org.sekisho.domain.agreement.clause.EnvironmentsClause.ApprovedEnvironment;
import org.sekisho.domain.agreement.clause.ExportClause.Format;
import org.sekisho.domain.agreement.clause.ExportClause.Material;
import org.sekisho.domain.agreement.clause.GeneralClause.Subcontracting;
import org.sekisho.domain.agreement.clause.LiveFireClause.WindowRules;
import org.sekisho.domain.agreement.clause.PeopleClause.RequiredTraining;
import org.sekisho.domain.agreement.clause.PeopleClause.RoleActions;
import org.sekisho.domain.agreement.clause.PhaseClause.Comparison;
import org.sekisho.domain.agreement.clause.PhaseClause.Criterion;
import org.sekisho.domain.agreement.clause.PhaseClause.Measurement;
import org.sekisho.domain.agreement.clause.PhaseClause.PhaseRule;
import org.sekisho.domain.agreement.clause.PlaybooksClause.MandatoryPlaybook;
import org.sekisho.domain.agreement.clause.ReviewClause.ClockUnit;
import org.sekisho.domain.agreement.clause.ReviewClause.Rank;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.agreement.clause.ReviewClause.Stage;
import org.sekisho.domain.agreement.clause.ReviewClause.TierReview;
import org.sekisho.domain.agreement.clause.ScopeClause.NamedSystem;
import org.sekisho.domain.agreement.clause.TablesClause.TableReference;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;

/** One sound clause of every kind, as a bank's agreement would hold it. */
public final class SampleClauses {

    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 5, 28);
    public static final LocalDate LAST_DAY = LocalDate.of(2027, 3, 31);

    /** Whatever a clause names can govern. */
    public static final NamedTables TABLES = (table, named) -> NamedTables.Fitness.FIT;

    private SampleClauses() {}

    public static List<Clause> all() {
        return List.of(
                general(),
                scope(),
                people(),
                environments(),
                redaction(),
                export(),
                review(),
                tables(),
                liveFire(),
                dataHandling(),
                audit(),
                playbooks(),
                usage(2_000),
                phase());
    }

    /** Versions that nobody has drafted where only the delivered ones are. */
    public static TablesClause tables() {
        return new TablesClause(new TableReference("risk", 2), new TableReference("escalation", 3));
    }

    public static GeneralClause general() {
        return general(FIRST_DAY, LAST_DAY);
    }

    public static GeneralClause general(LocalDate first, LocalDate last) {
        return new GeneralClause(
                first,
                last,
                Language.JA,
                new Words("Japan", "日本国"),
                new Words("Tokyo District Court", "東京地方裁判所"),
                5,
                Subcontracting.WITH_CONSENT,
                Optional.of(100_000_000L),
                30,
                Optional.of(new Words("The Parties meet each quarter.", "当事者は、四半期ごとに協議する。")));
    }

    public static ScopeClause scope() {
        return new ScopeClause(
                "guardian-restricted",
                "2026-*",
                Set.of(Purpose.VULNERABILITY_DETECTION, Purpose.REMEDIATION_PLANNING),
                List.of(
                        new NamedSystem("settlement-gateway", new Words("Settlement gateway", "決済ゲートウェイ")),
                        new NamedSystem("internet-banking", new Words("Internet banking", "インターネットバンキング"))),
                List.of(new NamedSystem("core-ledger", new Words("Core ledger", "勘定系元帳"))));
    }

    public static PeopleClause people() {
        return new PeopleClause(
                20,
                List.of(
                        new RoleActions(Role.ANALYST, Set.of(Action.MODEL_USE, Action.REPORT_READ)),
                        new RoleActions(Role.SECURITY_REVIEWER, Set.of(Action.REPORT_READ, Action.REPORT_REVIEW))),
                List.of(new RequiredTraining(
                        "safe-output", new Words("Handling model output", "出力の安全な取扱い"), 365, Set.of(Role.ANALYST))));
    }

    public static EnvironmentsClause environments() {
        return new EnvironmentsClause(List.of(
                new ApprovedEnvironment(
                        "otemachi-lab",
                        new Words("Isolated lab Otemachi", "大手町隔離環境"),
                        List.of(new NetworkRange("10.20.0.0/16"), new NetworkRange("2001:db8:20::/48")),
                        OrganisationKind.AUDIT_FIRM,
                        365,
                        true),
                new ApprovedEnvironment(
                        "review-enclave",
                        new Words("Review enclave", "審査専用環境"),
                        List.of(new NetworkRange("192.0.2.0/24")),
                        OrganisationKind.INSTITUTION,
                        180,
                        false)));
    }

    public static RedactionClause redaction() {
        return new RedactionClause(List.of(
                new RedactionClause.Profile(Audience.OWNER, Set.of()),
                new RedactionClause.Profile(Audience.AUTHORITY, Set.of(SensitiveMatter.CREDENTIALS)),
                new RedactionClause.Profile(
                        Audience.VENDOR, Set.of(SensitiveMatter.CREDENTIALS, SensitiveMatter.ATTACK_PATHS))));
    }

    public static ExportClause export() {
        return new ExportClause(List.of(new ExportClause.Rule(
                Role.CISO,
                Material.REPORT,
                Audience.PEER,
                List.of(new ApprovalNeeded(Role.SECURITY_REVIEWER, 2), new ApprovalNeeded(Role.COORDINATOR, 1)),
                Set.of(Format.PDF, Format.CSAF),
                5)));
    }

    public static ReviewClause review() {
        List<Stage> both = List.of(
                new Stage(Side.INSTITUTION_SECURITY, 2, Rank.MANAGER, 24, ClockUnit.HOURS),
                new Stage(Side.AUTHORITY, 1, Rank.ANY, 2, ClockUnit.BUSINESS_DAYS));
        return new ReviewClause(List.of(
                new TierReview(RiskTier.CRITICAL, both),
                new TierReview(RiskTier.HIGH, both),
                new TierReview(
                        RiskTier.MEDIUM,
                        List.of(new Stage(Side.INSTITUTION_SECURITY, 1, Rank.ANY, 5, ClockUnit.BUSINESS_DAYS)))));
    }

    public static LiveFireClause liveFire() {
        return new LiveFireClause(Optional.of(new WindowRules(
                List.of(new ApprovalNeeded(Role.CISO, 1), new ApprovalNeeded(Role.AUTHORITY_REVIEWER, 1)),
                8,
                72,
                true,
                new Words("Stop when response times double.", "応答時間が2倍になったときは中止する。"))));
    }

    public static DataHandlingClause dataHandling() {
        return new DataHandlingClause(
                Tlp.AMBER_STRICT, Set.of(SentMatter.SOURCE_CODE, SentMatter.CONFIGURATION), 0, 1_826, 30);
    }

    public static AuditClause audit() {
        return new AuditClause(90, 14, Standard.ISAE_3000, AssuranceLevel.LIMITED, 4, 12);
    }

    public static PlaybooksClause playbooks() {
        return new PlaybooksClause(
                List.of(new MandatoryPlaybook(
                        "settlement-loss", new Words("Loss of settlement gateway", "決済ゲートウェイの停止"))),
                365,
                365);
    }

    public static UsageClause usage(long requests) {
        return new UsageClause(requests, 8_000_000);
    }

    public static PhaseClause phase() {
        return new PhaseClause(
                Phase.PILOT,
                List.of(
                        new PhaseRule(
                                Phase.PILOT,
                                Set.of(Purpose.VULNERABILITY_DETECTION),
                                List.of(new Criterion(
                                        "closed-critical",
                                        new Words("Critical findings closed in time", "期限内に対処した最高リスクの検出事項"),
                                        Comparison.AT_LEAST,
                                        95,
                                        new Words("percent", "パーセント"),
                                        Measurement.BY_SYSTEM))),
                        new PhaseRule(
                                Phase.LIMITED,
                                Set.of(Purpose.VULNERABILITY_DETECTION, Purpose.REMEDIATION_PLANNING),
                                List.of())));
    }
}
