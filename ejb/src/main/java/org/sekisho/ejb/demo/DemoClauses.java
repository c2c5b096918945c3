package org.sekisho.ejb.demo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.agreement.clause.ApprovalNeeded;
import org.sekisho.domain.agreement.clause.Audience;
import org.sekisho.domain.agreement.clause.AuditClause;
import org.sekisho.domain.agreement.clause.AuditClause.AssuranceLevel;
import org.sekisho.domain.agreement.clause.AuditClause.Standard;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.DataHandlingClause;
import org.sekisho.domain.agreement.clause.DataHandlingClause.SentMatter;
import org.sekisho.domain.agreement.clause.EnvironmentsClause;
import org.sekisho.domain.agreement.clause.EnvironmentsClause.ApprovedEnvironment;
import org.sekisho.domain.agreement.clause.ExportClause;
import org.sekisho.domain.agreement.clause.GeneralClause;
import org.sekisho.domain.agreement.clause.GeneralClause.Subcontracting;
import org.sekisho.domain.agreement.clause.Language;
import org.sekisho.domain.agreement.clause.LiveFireClause;
import org.sekisho.domain.agreement.clause.NetworkRange;
import org.sekisho.domain.agreement.clause.PeopleClause;
import org.sekisho.domain.agreement.clause.PeopleClause.RequiredTraining;
import org.sekisho.domain.agreement.clause.PeopleClause.RoleActions;
import org.sekisho.domain.agreement.clause.Phase;
import org.sekisho.domain.agreement.clause.PhaseClause;
import org.sekisho.domain.agreement.clause.PhaseClause.Criterion;
import org.sekisho.domain.agreement.clause.PhaseClause.PhaseRule;
import org.sekisho.domain.agreement.clause.PlaybooksClause;
import org.sekisho.domain.agreement.clause.PlaybooksClause.MandatoryPlaybook;
import org.sekisho.domain.agreement.clause.Purpose;
import org.sekisho.domain.agreement.clause.RedactionClause;
import org.sekisho.domain.agreement.clause.ReviewClause;
import org.sekisho.domain.agreement.clause.ReviewClause.ClockUnit;
import org.sekisho.domain.agreement.clause.ReviewClause.Rank;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.agreement.clause.ReviewClause.Stage;
import org.sekisho.domain.agreement.clause.ReviewClause.TierReview;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.agreement.clause.ScopeClause;
import org.sekisho.domain.agreement.clause.ScopeClause.NamedSystem;
import org.sekisho.domain.agreement.clause.SensitiveMatter;
import org.sekisho.domain.agreement.clause.TablesClause;
import org.sekisho.domain.agreement.clause.TablesClause.TableReference;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.agreement.clause.UsageClause;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;

/** What the agreements of the demo say: the same in each, but for the term, the system and the playbook. */
final class DemoClauses {

    /** The training that the people clause asks for. */
    static final String TRAINING = "safe-output";
    /** The environment that the environments clause approves. */
    static final String ENVIRONMENT = "isolated-lab";
    /** The playbook of most agreements. */
    static final String LEAK = "output-leak";
    /** The playbook of the agreement on settlement systems. */
    static final String SETTLEMENT = "settlement-loss";

    private static final int YEAR = 365;

    private final DemoTexts texts;

    DemoClauses(DemoTexts texts) {
        this.texts = texts;
    }

    List<Clause> of(DemoAgreement agreement, String playbook) {
        return List.of(
                general(agreement),
                scope(agreement),
                people(),
                environments(agreement.bank()),
                redaction(),
                export(),
                review(),
                new TablesClause(new TableReference("risk", 1), new TableReference("escalation", 1)),
                liveFire(),
                new DataHandlingClause(
                        Tlp.AMBER_STRICT, Set.of(SentMatter.SOURCE_CODE, SentMatter.CONFIGURATION), 0, 5 * YEAR, 30),
                new AuditClause(90, 14, Standard.ISAE_3000, AssuranceLevel.LIMITED, 4, 12),
                new PlaybooksClause(
                        List.of(new MandatoryPlaybook(playbook, texts.words("playbook." + playbook))), YEAR, YEAR),
                usage(2_000),
                phase());
    }

    /** What one day may bring. */
    UsageClause usage(long requests) {
        return new UsageClause(requests, 8_000_000);
    }

    /** No live-fire testing at all. */
    LiveFireClause noLiveFire() {
        return new LiveFireClause(Optional.empty());
    }

    private GeneralClause general(DemoAgreement agreement) {
        return new GeneralClause(
                agreement.firstDay(),
                agreement.lastDay(),
                Language.JA,
                texts.words("law"),
                texts.words("court"),
                5,
                Subcontracting.WITH_CONSENT,
                Optional.of(100_000_000L),
                30,
                Optional.of(texts.words("further-provisions")));
    }

    private ScopeClause scope(DemoAgreement agreement) {
        return new ScopeClause(
                "guardian-restricted",
                "2026-*",
                Set.of(Purpose.VULNERABILITY_DETECTION, Purpose.REMEDIATION_PLANNING),
                List.of(new NamedSystem(agreement.key(), texts.words("system." + agreement.key()))),
                List.of(new NamedSystem("core-ledger", texts.words("system.core-ledger"))));
    }

    private PeopleClause people() {
        return new PeopleClause(
                20,
                List.of(
                        new RoleActions(
                                Role.ANALYST, Set.of(Action.MODEL_USE, Action.REPORT_READ, Action.REPORT_REMEDIATE)),
                        new RoleActions(
                                Role.SECURITY_REVIEWER,
                                Set.of(Action.REPORT_READ, Action.REPORT_REVIEW, Action.AUDIT_ANSWER)),
                        new RoleActions(
                                Role.CISO,
                                Set.of(
                                        Action.REPORT_READ,
                                        Action.REPORT_RELEASE,
                                        Action.REPORT_EXPORT,
                                        Action.AUDIT_ANSWER))),
                List.of(new RequiredTraining(
                        TRAINING, texts.words("training"), YEAR, Set.of(Role.ANALYST, Role.SECURITY_REVIEWER))));
    }

    private EnvironmentsClause environments(String bank) {
        return new EnvironmentsClause(List.of(new ApprovedEnvironment(
                ENVIRONMENT,
                texts.words("environment." + bank),
                List.of(new NetworkRange("10.20.0.0/16"), new NetworkRange("2001:db8:20::/48")),
                OrganisationKind.AUTHORITY,
                YEAR,
                true)));
    }

    private static RedactionClause redaction() {
        return new RedactionClause(List.of(
                new RedactionClause.Profile(Audience.OWNER, Set.of()),
                new RedactionClause.Profile(Audience.AUTHORITY, Set.of(SensitiveMatter.CREDENTIALS)),
                new RedactionClause.Profile(
                        Audience.VENDOR, Set.of(SensitiveMatter.CREDENTIALS, SensitiveMatter.ATTACK_PATHS))));
    }

    private static ExportClause export() {
        return new ExportClause(List.of(new ExportClause.Rule(
                Role.CISO,
                ExportClause.Material.REPORT,
                Audience.PEER,
                List.of(new ApprovalNeeded(Role.SECURITY_REVIEWER, 2), new ApprovalNeeded(Role.COORDINATOR, 1)),
                Set.of(ExportClause.Format.PDF, ExportClause.Format.CSAF),
                5)));
    }

    private static ReviewClause review() {
        List<Stage> both = List.of(
                new Stage(Side.INSTITUTION_SECURITY, 2, Rank.MANAGER, 24, ClockUnit.HOURS),
                new Stage(Side.AUTHORITY, 1, Rank.ANY, 2, ClockUnit.BUSINESS_DAYS));
        return new ReviewClause(List.of(
                new TierReview(RiskTier.CRITICAL, both),
                new TierReview(RiskTier.HIGH, both),
                new TierReview(
                        RiskTier.MEDIUM,
                        List.of(new Stage(Side.INSTITUTION_SECURITY, 1, Rank.ANY, 5, ClockUnit.BUSINESS_DAYS))),
                // Without stages of its own a low risk could never be approved, and so never be remedied.
                new TierReview(
                        RiskTier.LOW,
                        List.of(new Stage(Side.INSTITUTION_SECURITY, 1, Rank.ANY, 10, ClockUnit.BUSINESS_DAYS)))));
    }

    private LiveFireClause liveFire() {
        return new LiveFireClause(Optional.of(new LiveFireClause.WindowRules(
                List.of(new ApprovalNeeded(Role.CISO, 1), new ApprovalNeeded(Role.AUTHORITY_REVIEWER, 1)),
                8,
                72,
                true,
                texts.words("stop-rule"))));
    }

    private PhaseClause phase() {
        return new PhaseClause(
                Phase.PILOT,
                List.of(
                        new PhaseRule(
                                Phase.PILOT,
                                Set.of(Purpose.VULNERABILITY_DETECTION),
                                List.of(new Criterion(
                                        "closed-critical",
                                        texts.words("criterion"),
                                        PhaseClause.Comparison.AT_LEAST,
                                        95,
                                        texts.words("percent"),
                                        PhaseClause.Measurement.STATED))),
                        new PhaseRule(
                                Phase.LIMITED,
                                Set.of(Purpose.VULNERABILITY_DETECTION, Purpose.REMEDIATION_PLANNING),
                                List.of())));
    }
}
