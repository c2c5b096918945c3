package org.sekisho.web.shared;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.ejb.shared.Phrases;
import org.sekisho.web.text.Words;

/** The sentence for a refusal. */
public final class RefusalWords {

    private static final String GENERAL = "error.general";

    /** The fields that codes are about, by the names that fields have in the domain and in forms. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("party.short-name-malformed", "shortName"),
            Map.entry("party.short-name-taken", "shortName"),
            Map.entry("party.mail-domain-malformed", "mailDomains"),
            Map.entry("party.mail-domain-taken", "mailDomains"),
            Map.entry("party.mail-domain-in-use", "mailDomains"),
            Map.entry("party.mail-domain-added-by-own", "mailDomains"),
            Map.entry("party.link-key-malformed", "linkKey"),
            Map.entry("party.email-malformed", "email"),
            Map.entry("party.email-taken", "email"),
            Map.entry("party.email-outside-domains", "email"),
            Map.entry("party.name-required", "nameEn"),
            Map.entry("party.days-reversed", "lastDay"),
            Map.entry("assurance.period-reversed", "periodLast"),
            Map.entry("assurance.level-against-standard", "level"),
            Map.entry("assurance.scope-empty", "sections"),
            Map.entry("assurance.section-needs-agreement", "sections"),
            Map.entry("assurance.commissioned-by-audited", "responsibleParty"),
            Map.entry("assurance.commission-not-theirs", "responsibleParty"),
            Map.entry("assurance.report-due-too-early", "reportDue"),
            Map.entry("assurance.request-due-past", "due"),
            Map.entry("assurance.section-out-of-scope", "section"),
            Map.entry("assurance.period-out-of-scope", "periodFirst"),
            Map.entry("assurance.evidence-of-future", "periodLast"),
            Map.entry("assurance.control-malformed", "control"),
            Map.entry("assurance.finding-control-unknown", "controls"),
            Map.entry("assurance.finding-control-out-of-scope", "controls"),
            Map.entry("assurance.finding-controls-too-many", "controls"),
            Map.entry("assurance.answer-empty", "evidence"),
            Map.entry("assurance.conclusion-against-level", "conclusion"),
            Map.entry("assurance.not-an-audit-firm", "firm"),
            Map.entry("assurance.firm-is-party", "firm"),
            Map.entry("assurance.rotation-due", "firm"),
            Map.entry("assurance.member-not-of-firm", "person"),
            Map.entry("assurance.member-affiliated", "person"),
            Map.entry("assurance.file-empty", "file"),
            Map.entry("assurance.file-too-large", "file"),
            Map.entry("assurance.file-type-not-allowed", "file"),
            Map.entry("assurance.file-type-mismatch", "file"),
            Map.entry("assurance.file-executable", "file"),
            Map.entry("assurance.file-polyglot", "file"),
            Map.entry("assurance.file-active", "file"),
            Map.entry("assurance.file-not-utf8", "file"),
            Map.entry("assurance.file-truncated", "file"),
            Map.entry("agreement.file-empty", "file"),
            Map.entry("agreement.file-too-large", "file"),
            Map.entry("agreement.file-not-pdf", "file"),
            Map.entry("agreement.day-in-future", "signedOn"),
            Map.entry("report.file-empty", "file"),
            Map.entry("report.file-too-large", "file"),
            Map.entry("report.import-environment-unknown", "environment"),
            Map.entry("disclosure.jvn-malformed", "jvn"),
            Map.entry("disclosure.cve-malformed", "cves"),
            Map.entry("disclosure.day-past", "day"),
            Map.entry("disclosure.day-ahead", "day"),
            Map.entry("disclosure.answer-before-told", "day"),
            Map.entry("disclosure.under-embargo", "day"),
            Map.entry("report.list-malformed", "file"),
            Map.entry("report.list-too-large", "file"),
            Map.entry("training.not-yet-completed", "completedOn"),
            Map.entry("training.over", "completedOn"),
            Map.entry("training.older-than-current", "completedOn"),
            Map.entry("playbook.code-malformed", "code"),
            Map.entry("report.table-code-malformed", "code"),
            Map.entry("report.table-order-unclear", "order"),
            Map.entry("report.table-order-unfit", "order"),
            Map.entry("playbook.day-not-possible", "day"),
            Map.entry("account.code-needed", "code"),
            Map.entry("account.code-wrong", "code"),
            Map.entry("account.password-wrong", "present"),
            Map.entry("account.password-too-short", "password"),
            Map.entry("account.password-too-long", "password"),
            Map.entry("account.password-characters", "password"),
            Map.entry("account.password-personal", "password"),
            Map.entry("account.password-weak", "password"),
            Map.entry("account.password-unchanged", "password"));

    private RefusalWords() {}

    /** The id of the form's field that a refusal is about, where it is about one: fields are called as in the domain. */
    public static Optional<String> field(Refusal refusal) {
        return Optional.ofNullable(refusal.parameters().get("field"))
                .map(Object::toString)
                .or(() -> Optional.ofNullable(FIELDS.get(refusal.code().code())));
    }

    /** In the given language; a code without a sentence of its own gets the general one, with the code in it. */
    public static String of(Refusal refusal, Locale locale) {
        Phrases phrases = Words.in(locale);
        String key = "error." + refusal.code().code();
        Optional<String> known = phrases.find(key);
        return known.isPresent()
                ? phrases.text(key, refusal.parameters())
                : phrases.text(GENERAL, Map.of("code", refusal.code().code()));
    }
}
