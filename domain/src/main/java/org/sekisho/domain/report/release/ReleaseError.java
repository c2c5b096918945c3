package org.sekisho.domain.report.release;

import org.sekisho.domain.shared.ErrorCode;

/** Why a rendering isn't shared, or something isn't done with one that was. */
public enum ReleaseError implements ErrorCode {
    /** The export clause has no rule for this role, material and recipient: it doesn't leave. Parameter {@code audience}. */
    NOT_FORESEEN("release.not-foreseen", Kind.FORBIDDEN),
    /** The rule doesn't name this format. Parameter {@code format}. */
    FORMAT_NOT_FORESEEN("release.format-not-foreseen", Kind.FORBIDDEN),
    /** As many were asked for today as the rule allows. Parameter {@code limit}. */
    DAY_LIMIT("release.day-limit", Kind.LIMITED),
    /** Only people of the organisation that owns the report, in the role of the rule. */
    OWNER_ONLY("release.owner-only", Kind.FORBIDDEN),
    /** Nothing is released to the organisation that owns it. */
    TO_ONESELF("release.to-oneself", Kind.INVALID),
    /** The recipient takes no part any more. */
    RECIPIENT_INACTIVE("release.recipient-inactive", Kind.CONFLICT),
    /** What is marked TLP:RED goes to people by name. */
    PEOPLE_NEEDED("release.people-needed", Kind.INVALID),
    /** What is marked TLP:AMBER+STRICT stays within its organisation. */
    LABEL_STRICT("release.label-strict", Kind.FORBIDDEN),
    /** Somebody named doesn't act for the recipient. */
    PERSON_OF_OTHER("release.person-of-other", Kind.INVALID),
    /** More people by name than one release has. Parameter {@code limit}. */
    TOO_MANY_PEOPLE("release.too-many-people", Kind.INVALID),
    /** An embargo is on it, and the recipient hasn't agreed to it. */
    UNDER_EMBARGO("release.under-embargo", Kind.CONFLICT),
    /** Parameters {@code state}, {@code next}. */
    WRONG_STATE("release.wrong-state", Kind.CONFLICT),
    /** What was read isn't what would be released. */
    RENDERING_CHANGED("release.rendering-changed", Kind.CONFLICT),
    /** The report changed, or its label became stricter, since the release was asked for: ask for it anew. */
    REPORT_CHANGED("release.report-changed", Kind.CONFLICT),
    /** The export clause that is in force now doesn't foresee it as it was asked for. */
    RULE_CHANGED("release.rule-changed", Kind.CONFLICT),
    /** The agreement no longer lets whoever asked for it release it. */
    ASKER_LAPSED("release.asker-lapsed", Kind.CONFLICT),
    /** The rule doesn't ask for this person's approval. */
    APPROVAL_NOT_ASKED("release.approval-not-asked", Kind.FORBIDDEN),
    /** Nobody approves what they asked for. */
    APPROVER_ASKED("release.approver-asked", Kind.FORBIDDEN),
    /** Nobody approves for an organisation of their own to receive it. */
    APPROVER_TIED("release.approver-tied", Kind.FORBIDDEN),
    /** Nobody approves twice. */
    APPROVED_ALREADY("release.approved-already", Kind.CONFLICT),
    /** Enough people in that role approved. */
    APPROVALS_COMPLETE("release.approvals-complete", Kind.CONFLICT),
    /** Only for whom it was released. */
    RECIPIENT_ONLY("release.recipient-only", Kind.FORBIDDEN),
    /** The person confirmed it already. */
    CONFIRMED_ALREADY("release.confirmed-already", Kind.CONFLICT),
    /** Too large for one rendering. Parameter {@code limit} in bytes. */
    TOO_LARGE("release.too-large", Kind.LIMITED);

    private final String code;
    private final Kind kind;

    ReleaseError(String code, Kind kind) {
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
