package org.sekisho.server.browser;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a coordinator types into the forms of the fourteen clauses, by the names of the fields. */
final class ClauseSheet {

    static final String ENVIRONMENT = "otemachi-lab";
    static final String SYSTEM = "settlement-gateway";
    static final String TRAINING = "safe-output";
    /** Days for which the training counts. */
    static final int TRAINING_DAYS = 30;
    /** The bank of the demo has it, approved and exercised. */
    static final String PLAYBOOK = "output-leak";

    private ClauseSheet() {}

    /** By kind, in the order of the agreement: a text for a field, or a list for what is ticked. */
    static Map<String, Map<String, Object>> all(LocalDate first, LocalDate last) {
        Map<String, Map<String, Object>> all = new LinkedHashMap<>();
        all.put("GENERAL", general(first, last));
        all.put(
                "SCOPE",
                fields(
                        "model", "guardian-restricted",
                        "versions", "2026-*",
                        "purposes", List.of("VULNERABILITY_DETECTION", "REMEDIATION_PLANNING"),
                        "systems[0].id", SYSTEM,
                        "systems[0].name.en", "Settlement gateway",
                        "systems[0].name.ja", "決済ゲートウェイ"));
        all.put("PEOPLE", people());
        all.put(
                "ENVIRONMENTS",
                fields(
                        "environments[0].code", ENVIRONMENT,
                        "environments[0].name.en", "Isolated lab Otemachi",
                        "environments[0].name.ja", "大手町隔離環境",
                        "environments[0].networks", "10.20.0.0/16",
                        "environments[0].attestedBy", "AUDIT_FIRM",
                        "environments[0].attestationDays", "365",
                        "environments[0].outputMayLive", true));
        all.put("REDACTION", fields("profiles[0].audience", "AUDITOR", "profiles[0].masked", List.of("CREDENTIALS")));
        all.put(
                "EXPORT",
                fields(
                        "rules[0].who", "CISO",
                        "rules[0].material", "REPORT",
                        "rules[0].to", "PEER",
                        "rules[0].approvals[0].role", "SECURITY_REVIEWER",
                        "rules[0].approvals[0].count", "1",
                        "rules[0].formats", List.of("PDF"),
                        "rules[0].limitPerDay", "5"));
        all.put("REVIEW", review());
        all.put(
                "TABLES",
                fields(
                        "risk.code",
                        "risk",
                        "risk.version",
                        "1",
                        "escalation.code",
                        "escalation",
                        "escalation.version",
                        "1"));
        all.put("LIVE_FIRE", fields());
        all.put(
                "DATA_HANDLING",
                fields(
                        "label", "AMBER_STRICT",
                        "mayBeSent", List.of("SOURCE_CODE"),
                        "providerRetentionDays", "0",
                        "retentionDays", "1826",
                        "deletionDays", "30"));
        all.put(
                "AUDIT",
                fields(
                        "cadenceDays", "90",
                        "graceDays", "14",
                        "standard", "ISAE_3000",
                        "level", "LIMITED",
                        "mostConsecutive", "4",
                        "declarationMonths", "12"));
        all.put(
                "PLAYBOOKS",
                fields(
                        "mandatory[0].code", PLAYBOOK,
                        "mandatory[0].name.en", "Leak of the model's output",
                        "mandatory[0].name.ja", "モデル出力の漏えい",
                        "reviewDays", "365",
                        "exerciseDays", "365"));
        all.put("USAGE", fields("requestsPerDay", "2000", "tokensPerDay", "8000000"));
        all.put(
                "PHASE",
                fields(
                        "first",
                        "PILOT",
                        "phases[0].phase",
                        "PILOT",
                        "phases[0].purposes",
                        List.of("VULNERABILITY_DETECTION")));
        return all;
    }

    private static Map<String, Object> general(LocalDate first, LocalDate last) {
        return fields(
                "firstDay", first.toString(),
                "lastDay", last.toString(),
                "governingText", "JA",
                "law.en", "Japan",
                "law.ja", "日本国",
                "court.en", "Tokyo District Court",
                "court.ja", "東京地方裁判所",
                "confidentialityYears", "5",
                "subcontracting", "WITH_CONSENT",
                "terminationNoticeDays", "30");
    }

    private static Map<String, Object> people() {
        return fields(
                "teamLimit",
                "20",
                "roles[0].role",
                "ANALYST",
                "roles[0].actions",
                List.of("model.use", "report.read"),
                "roles[1].role",
                "SECURITY_REVIEWER",
                "roles[1].actions",
                List.of("report.read", "report.review", "audit.answer"),
                "trainings[0].code",
                TRAINING,
                "trainings[0].name.en",
                "Handling the model's output",
                "trainings[0].name.ja",
                "モデル出力の取扱い",
                "trainings[0].validityDays",
                Integer.toString(TRAINING_DAYS),
                "trainings[0].roles",
                List.of("ANALYST"));
    }

    private static Map<String, Object> review() {
        return fields(
                "tiers[0].tier", "HIGH",
                "tiers[0].stages[0].side", "INSTITUTION_SECURITY",
                "tiers[0].stages[0].quorum", "1",
                "tiers[0].stages[0].rank", "ANY",
                "tiers[0].stages[0].clock", "24",
                "tiers[0].stages[0].unit", "HOURS",
                "tiers[0].stages[1].side", "AUTHORITY",
                "tiers[0].stages[1].quorum", "1",
                "tiers[0].stages[1].rank", "ANY",
                "tiers[0].stages[1].clock", "2",
                "tiers[0].stages[1].unit", "BUSINESS_DAYS");
    }

    private static Map<String, Object> fields(Object... pairs) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], pairs[i + 1]);
        }
        return fields;
    }
}
