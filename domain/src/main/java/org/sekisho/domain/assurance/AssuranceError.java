package org.sekisho.domain.assurance;

import org.sekisho.domain.shared.ErrorCode;

/** Refusals of audits, evidence and packs. */
public enum AssuranceError implements ErrorCode {
    PERIOD_REVERSED("assurance.period-reversed", Kind.INVALID),

    // Engagements
    /** Agreed-upon procedures end without a conclusion, everything else with one. */
    LEVEL_AGAINST_STANDARD("assurance.level-against-standard", Kind.INVALID),
    SCOPE_EMPTY("assurance.scope-empty", Kind.INVALID),
    /** The report can't be due before the period is over. */
    REPORT_DUE_TOO_EARLY("assurance.report-due-too-early", Kind.INVALID),
    /** Parameters {@code state}, {@code next}. */
    ENGAGEMENT_STATE("assurance.engagement-state", Kind.CONFLICT),
    ENGAGEMENT_CLOSED("assurance.engagement-closed", Kind.CONFLICT),
    /** Terms and firm can't change once the fieldwork began. */
    TERMS_FIXED("assurance.terms-fixed", Kind.CONFLICT),
    /** Criteria or intended users are missing. */
    TERMS_INCOMPLETE("assurance.terms-incomplete", Kind.CONFLICT),
    PERIOD_NOT_BEGUN("assurance.period-not-begun", Kind.CONFLICT),
    PERIOD_NOT_OVER("assurance.period-not-over", Kind.CONFLICT),
    CONCLUSION_AGAINST_LEVEL("assurance.conclusion-against-level", Kind.INVALID),
    OWNER_ONLY("assurance.owner-only", Kind.FORBIDDEN),
    /** Nobody commissions the audit of itself. */
    COMMISSIONED_BY_AUDITED("assurance.commissioned-by-audited", Kind.FORBIDDEN),
    /** An authority commissions the audit of the secretariat, and the secretariat all others. */
    COMMISSION_NOT_THEIRS("assurance.commission-not-theirs", Kind.FORBIDDEN),
    /** Of some of the sections there are records under an agreement only, and none is audited. */
    SECTION_NEEDS_AGREEMENT("assurance.section-needs-agreement", Kind.INVALID),
    OWNER_OR_TEAM_ONLY("assurance.owner-or-team-only", Kind.FORBIDDEN),

    // Firm, team and independence
    NOT_AN_AUDIT_FIRM("assurance.not-an-audit-firm", Kind.INVALID),
    /** Parameter {@code organisation}. */
    FIRM_IS_PARTY("assurance.firm-is-party", Kind.INVALID),
    /** Parameters {@code firm}, {@code most}. */
    ROTATION_DUE("assurance.rotation-due", Kind.CONFLICT),
    FIRM_MISSING("assurance.firm-missing", Kind.CONFLICT),
    /** The firm can't change while somebody is on the team. */
    TEAM_STANDS("assurance.team-stands", Kind.CONFLICT),
    TEAM_EMPTY("assurance.team-empty", Kind.CONFLICT),
    MEMBER_NOT_OF_FIRM("assurance.member-not-of-firm", Kind.INVALID),
    /** The auditor belongs to a party, or did until less than two years ago. */
    MEMBER_AFFILIATED("assurance.member-affiliated", Kind.INVALID),
    MEMBER_ALREADY("assurance.member-already", Kind.CONFLICT),
    MEMBER_NOT_ON_TEAM("assurance.member-not-on-team", Kind.CONFLICT),
    DECLARE_ONLY_OWN("assurance.declare-only-own", Kind.FORBIDDEN),
    DECLARATION_PENDING("assurance.declaration-pending", Kind.CONFLICT),
    DECLARATION_DECIDED("assurance.declaration-decided", Kind.CONFLICT),
    DECLARATION_DECIDED_BY_SIDE("assurance.declaration-decided-by-side", Kind.CONFLICT),
    /** Whoever entered the declaration, or whose it is, can't decide it. */
    DECIDE_NOT_OWN("assurance.decide-not-own", Kind.FORBIDDEN),
    /** Whoever belongs to the firm that declared can't decide for a side. */
    DECIDE_NOT_OF_FIRM("assurance.decide-not-of-firm", Kind.FORBIDDEN),
    /** Nobody of the audited organisation decides whether its auditors are independent. */
    DECIDE_NOT_AUDITED("assurance.decide-not-audited", Kind.FORBIDDEN),
    /** The two sides' decisions come from two people. */
    DECIDE_NOT_TWICE("assurance.decide-not-twice", Kind.FORBIDDEN),
    AUTHORITY_ONLY("assurance.authority-only", Kind.FORBIDDEN),
    /** Parameters {@code person} or {@code firm}, {@code whose}: MEMBER or FIRM, and {@code standing}. */
    INDEPENDENCE_NOT_ACCEPTED("assurance.independence-not-accepted", Kind.CONFLICT),
    /** Parameters {@code first}: what stands against it first, and {@code against}: all of it, codes joined by commas. */
    AUDITOR_MAY_NOT("assurance.auditor-may-not", Kind.FORBIDDEN),

    // Requests
    SECTION_OUT_OF_SCOPE("assurance.section-out-of-scope", Kind.INVALID),
    PERIOD_OUT_OF_SCOPE("assurance.period-out-of-scope", Kind.INVALID),
    REQUEST_DUE_PAST("assurance.request-due-past", Kind.INVALID),
    /** Only the audited organisation and the parties to its agreement are asked: whoever is asked reads of the audit. */
    ASKED_UNCONCERNED("assurance.asked-unconcerned", Kind.INVALID),
    /** Parameters {@code state}, {@code next}. */
    REQUEST_STATE("assurance.request-state", Kind.CONFLICT),
    ANSWER_ONLY_ASKED("assurance.answer-only-asked", Kind.FORBIDDEN),
    ANSWER_EMPTY("assurance.answer-empty", Kind.INVALID),
    /** Parameter {@code limit} in items. */
    ANSWER_TOO_LARGE("assurance.answer-too-large", Kind.LIMITED),

    // Evidence
    /** Parameters {@code first}: the condition that fails first, and {@code failed}: all that do, joined by commas. */
    ANSWER_DENIED("assurance.answer-denied", Kind.FORBIDDEN),
    /** Parameters {@code state}, {@code next}. */
    EVIDENCE_STATE("assurance.evidence-state", Kind.CONFLICT),
    EVIDENCE_ONLY_OWN("assurance.evidence-only-own", Kind.FORBIDDEN),
    /** What hasn't happened yet can't be proved. */
    EVIDENCE_OF_FUTURE("assurance.evidence-of-future", Kind.INVALID),
    /** Parameter {@code value}. */
    CONTROL_MALFORMED("assurance.control-malformed", Kind.INVALID),
    FILE_EMPTY("assurance.file-empty", Kind.INVALID),
    /** Parameter {@code limit} in bytes. */
    FILE_TOO_LARGE("assurance.file-too-large", Kind.LIMITED),
    /** Parameter {@code extension}: empty when the name has none. */
    FILE_TYPE_NOT_ALLOWED("assurance.file-type-not-allowed", Kind.INVALID),
    /** Parameter {@code declared}: the type that the name says, and the content isn't. */
    FILE_TYPE_MISMATCH("assurance.file-type-mismatch", Kind.INVALID),
    FILE_EXECUTABLE("assurance.file-executable", Kind.INVALID),
    /** The file would be a second type to another reader. */
    FILE_POLYGLOT("assurance.file-polyglot", Kind.INVALID),
    /** The file holds script, or entities that a reader would resolve. */
    FILE_ACTIVE("assurance.file-active", Kind.INVALID),
    FILE_NOT_UTF8("assurance.file-not-utf8", Kind.INVALID),
    /** The end that its type requires is missing. */
    FILE_TRUNCATED("assurance.file-truncated", Kind.INVALID),

    // Findings and corrective actions
    /** Parameters {@code state}, {@code next}. */
    FINDING_STATE("assurance.finding-state", Kind.CONFLICT),
    FINDING_DAYS_REVERSED("assurance.finding-days-reversed", Kind.INVALID),
    FINDING_DUE_PAST("assurance.finding-due-past", Kind.INVALID),
    /** What was contested is submitted again only with another wording. */
    FINDING_NOT_REVISED("assurance.finding-not-revised", Kind.CONFLICT),
    /** What was revised has to be checked, and can't be maintained unseen. */
    FINDING_REVISED("assurance.finding-revised", Kind.CONFLICT),
    /** Parameter {@code day}: until then the organisation can still check. */
    FACT_CHECK_RUNS("assurance.fact-check-runs", Kind.CONFLICT),
    /** Parameter {@code count}. */
    FINDINGS_UNSETTLED("assurance.findings-unsettled", Kind.CONFLICT),
    /** Parameter {@code control}: the catalogue that the engagement goes by has none of that id. */
    FINDING_CONTROL_UNKNOWN("assurance.finding-control-unknown", Kind.INVALID),
    /** Parameter {@code control}: no section in scope shows it. */
    FINDING_CONTROL_OUT_OF_SCOPE("assurance.finding-control-out-of-scope", Kind.INVALID),
    /** Parameter {@code limit}. */
    FINDING_CONTROLS_TOO_MANY("assurance.finding-controls-too-many", Kind.LIMITED),
    FINDING_NOT_ESTABLISHED("assurance.finding-not-established", Kind.CONFLICT),
    AUDITED_ONLY("assurance.audited-only", Kind.FORBIDDEN),
    /** Parameters {@code state}, {@code next}. */
    ACTION_STATE("assurance.action-state", Kind.CONFLICT),
    ACTION_DUE_PAST("assurance.action-due-past", Kind.INVALID),
    /** Parameter {@code latest}. */
    ACTION_DUE_LATE("assurance.action-due-late", Kind.INVALID),
    /** Nobody finds their own organisation's action to work. */
    FOLLOW_UP_NOT_OWN("assurance.follow-up-not-own", Kind.FORBIDDEN),
    /** It is followed up in an audit of the same organisation and agreement. */
    FOLLOW_UP_ELSEWHERE("assurance.follow-up-elsewhere", Kind.INVALID),
    // Samples
    SAMPLE_ONLY_IN_FIELDWORK("assurance.sample-only-in-fieldwork", Kind.CONFLICT),
    /** A population lies within the period of the engagement. */
    SAMPLE_PERIOD_OUTSIDE("assurance.sample-period-outside", Kind.INVALID),
    /** There is nothing of that kind in the period. */
    POPULATION_EMPTY("assurance.population-empty", Kind.CONFLICT),
    /** Parameter {@code limit} in records. */
    POPULATION_TOO_LARGE("assurance.population-too-large", Kind.LIMITED),
    /** What is kept isn't what was frozen. */
    POPULATION_CHANGED("assurance.population-changed", Kind.CONFLICT),
    /** Parameters {@code least}, {@code most}. */
    SAMPLE_SIZE("assurance.sample-size", Kind.INVALID),
    /** Parameters {@code state}, {@code next}. */
    SAMPLE_STATE("assurance.sample-state", Kind.CONFLICT),
    /** No checkpoint covers the freezing yet. */
    SAMPLE_AWAITS_SEED("assurance.sample-awaits-seed", Kind.CONFLICT),
    /** Items of a drawn sample can't be chosen. */
    SAMPLE_NOT_JUDGEMENTAL("assurance.sample-not-judgemental", Kind.CONFLICT),
    SAMPLE_ITEM_ALREADY("assurance.sample-item-already", Kind.CONFLICT),
    /** Parameters {@code state}, {@code next}. */
    SHEET_STATE("assurance.sheet-state", Kind.CONFLICT),
    /** Whoever prepared a test can't review it. */
    SHEET_NOT_OWN("assurance.sheet-not-own", Kind.FORBIDDEN),

    // Certificates that packs are encrypted for
    /** Parameter {@code limit} in bytes. */
    CERTIFICATE_TOO_LARGE("assurance.certificate-too-large", Kind.LIMITED),
    CERTIFICATE_UNREADABLE("assurance.certificate-unreadable", Kind.INVALID),
    /** Parameter {@code count} of certificates in the file. */
    CERTIFICATE_NOT_ONE("assurance.certificate-not-one", Kind.INVALID),
    CERTIFICATE_PRIVATE_KEY("assurance.certificate-private-key", Kind.INVALID),
    /** Parameters {@code found}, {@code least} in bits of an RSA key. */
    CERTIFICATE_KEY("assurance.certificate-key", Kind.INVALID),
    /** Parameter {@code needed}: the use of the key that the certificate doesn't permit. */
    CERTIFICATE_USAGE("assurance.certificate-usage", Kind.INVALID),
    /** Parameters {@code first}, {@code last}. */
    CERTIFICATE_NOT_VALID("assurance.certificate-not-valid", Kind.INVALID),
    /** It is in use already. */
    CERTIFICATE_ALREADY("assurance.certificate-already", Kind.CONFLICT),
    /** None is in use. */
    CERTIFICATE_NONE("assurance.certificate-none", Kind.CONFLICT),
    /** What was confirmed isn't what was shown. */
    CERTIFICATE_ANOTHER("assurance.certificate-another", Kind.CONFLICT),
    /** The time of the one in use is over. */
    CERTIFICATE_OVER("assurance.certificate-over", Kind.CONFLICT),

    // Packs
    /** Parameters {@code state}, {@code next}. */
    PACK_STATE("assurance.pack-state", Kind.CONFLICT),
    PACK_NOT_READY("assurance.pack-not-ready", Kind.CONFLICT),
    /** Another node builds it, or has taken it over. */
    PACK_LEASE_LOST("assurance.pack-lease-lost", Kind.CONFLICT),
    /** Parameter {@code most}. */
    PACK_ATTEMPTS_USED("assurance.pack-attempts-used", Kind.CONFLICT),
    /** No checkpoint of the trail covers its events, however often it was tried. */
    PACK_NOT_COVERED("assurance.pack-not-covered", Kind.CONFLICT),
    PACK_INCOMPLETE("assurance.pack-incomplete", Kind.CONFLICT),
    /** Parameter {@code path}. */
    PACK_PATH_UNSAFE("assurance.pack-path-unsafe", Kind.INVALID),
    /** Parameter {@code path}: two entries would be one file. */
    PACK_PATH_TWICE("assurance.pack-path-twice", Kind.CONFLICT),
    /** Parameter {@code limit} in entries. */
    PACK_TOO_MANY_ENTRIES("assurance.pack-too-many-entries", Kind.LIMITED),
    PACK_EMPTY("assurance.pack-empty", Kind.CONFLICT),
    /** Parameter {@code path}: a file is no longer what the list says. */
    PACK_ENTRY_CHANGED("assurance.pack-entry-changed", Kind.CONFLICT),
    PACK_RANGE("assurance.pack-range", Kind.INVALID),
    /** Parameter {@code address}: whence a pack was asked for, which isn't one of the auditors' approved networks. */
    OUTSIDE_APPROVED_NETWORKS("assurance.outside-approved-networks", Kind.FORBIDDEN),
    /** Parameter {@code most}. */
    NETWORKS_TOO_MANY("assurance.networks-too-many", Kind.INVALID),
    /** Nothing opens what isn't encrypted. */
    PACK_NOT_ENCRYPTED("assurance.pack-not-encrypted", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    AssuranceError(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
