package org.sekisho.domain.report;

import org.sekisho.domain.shared.ErrorCode;

/** Why something isn't done with a report or in its review. */
public enum ReportError implements ErrorCode {
    /** Parameters {@code state}, {@code next}. */
    WRONG_STATE("report.wrong-state", Kind.CONFLICT),
    /** Parameter {@code conditions}: those of the agreement that don't hold. */
    ACCESS_DENIED("report.access-denied", Kind.FORBIDDEN),
    /** Only the institution that receives access under the agreement files reports under it. */
    NOT_RECEIVING("report.not-receiving", Kind.FORBIDDEN),
    /** Only the institution that owns it. */
    OWNER_ONLY("report.owner-only", Kind.FORBIDDEN),
    /** Only security reviewers and the CISO of the institution, or reviewers of an authority that isn't tied to it. */
    SIDES_ONLY("report.sides-only", Kind.FORBIDDEN),
    /** What was read isn't the present revision. */
    REVISION_CHANGED("report.revision-changed", Kind.CONFLICT),
    /** The new revision says what the present one says. */
    NOTHING_CHANGED("report.nothing-changed", Kind.CONFLICT),
    /** Parameter {@code state}: reopen it first. */
    CONTENT_FIXED("report.content-fixed", Kind.CONFLICT),
    /** The revision was returned: it has to change before it is submitted again. */
    REVISION_RETURNED("report.revision-returned", Kind.CONFLICT),
    /** A report is no duplicate of itself. */
    DUPLICATE_OF_ITSELF("report.duplicate-of-itself", Kind.INVALID),
    /** Parameter {@code state}: what was put aside itself, but for a time, is no original: both would be left without a way. */
    ORIGINAL_ASIDE("report.original-aside", Kind.CONFLICT),
    /** Parameter {@code tier}: the original's is lower, and a report isn't lowered by calling it a duplicate. */
    ORIGINAL_MILDER("report.original-milder", Kind.CONFLICT),
    /** Parameter {@code limit}: reports of one request. */
    TOO_MANY_AT_ONCE("report.too-many-at-once", Kind.INVALID),
    /** Parameters {@code least}, {@code most}: days between which it is put off. */
    DEFERRED_UNFIT("report.deferred-unfit", Kind.INVALID),
    /** The day until which it was put off isn't over. */
    STILL_DEFERRED("report.still-deferred", Kind.CONFLICT),
    /** Nobody verifies a remedy of their own. */
    VERIFIED_BY_ONESELF("report.verified-by-oneself", Kind.FORBIDDEN),
    /** Parameter {@code field}. */
    CONTENT_MALFORMED("report.content-malformed", Kind.INVALID),

    /** Passages of it are masked for whoever asks. */
    CONTENT_MASKED("report.content-masked", Kind.FORBIDDEN),
    /** Nothing of the revision is masked for whoever asks. */
    NOTHING_MASKED("report.nothing-masked", Kind.CONFLICT),
    /** A tier is raised to a higher one. */
    TIER_NOT_RAISED("report.tier-not-raised", Kind.INVALID),
    /** A lowering leads to a lower tier. */
    TIER_NOT_LOWERED("report.tier-not-lowered", Kind.INVALID),
    /** A lowering is proposed already. */
    LOWERING_PROPOSED("report.lowering-proposed", Kind.CONFLICT),
    /** No lowering is proposed. */
    NO_LOWERING("report.no-lowering", Kind.CONFLICT),
    /** The side that proposed doesn't agree to its own proposal. */
    LOWERING_OWN_SIDE("report.lowering-own-side", Kind.FORBIDDEN),

    /** Parameter {@code tier}: the review clause has no chain for it, so that nothing of it can be approved. */
    CHAIN_MISSING("report.chain-missing", Kind.CONFLICT),
    /** Institution and authority have to agree to the same revision. */
    BOTH_SIDES_NEEDED("report.both-sides-needed", Kind.CONFLICT),
    /** The chain is for another revision, tier or report. */
    CHAIN_OF_OTHER("report.chain-of-other", Kind.CONFLICT),
    /** Parameters {@code state}, {@code next}: of the chain. */
    CHAIN_WRONG_STATE("report.chain-wrong-state", Kind.CONFLICT),
    /** The stage isn't the one that decides now. */
    STAGE_NOT_OPEN("report.stage-not-open", Kind.CONFLICT),
    /** Its clock hasn't run out, or that was said already. */
    STAGE_NOT_LATE("report.stage-not-late", Kind.CONFLICT),
    /** Agreement to a high risk takes the voter's credentials, entered for that. */
    CREDENTIALS_NEEDED("report.credentials-needed", Kind.FORBIDDEN),
    /** The person isn't of the side that this stage asks. */
    REVIEWER_OF_OTHER_SIDE("report.reviewer-of-other-side", Kind.FORBIDDEN),
    /** Nobody reviews what they wrote. */
    REVIEWER_IS_AUTHOR("report.reviewer-is-author", Kind.FORBIDDEN),
    /** The person belongs, or belonged in the last two years, to another organisation concerned. */
    REVIEWER_TIED("report.reviewer-tied", Kind.FORBIDDEN),
    /** Parameter {@code rank}: the least that the stage asks for. */
    RANK_TOO_LOW("report.rank-too-low", Kind.FORBIDDEN),
    /** Nobody votes twice in one review. */
    VOTED_ALREADY("report.voted-already", Kind.CONFLICT),
    /** Another word than the side's own: an authority says that it has no objection. */
    CHOICE_UNFIT("report.choice-unfit", Kind.INVALID),
    /** Others have claimed every place of the stage. */
    STAGE_TAKEN("report.stage-taken", Kind.CONFLICT),
    /** The person holds a place already. */
    CLAIMED_ALREADY("report.claimed-already", Kind.CONFLICT),
    /** The person holds no place in this stage. */
    NOT_CLAIMED("report.not-claimed", Kind.CONFLICT),
    /** The person is absent. */
    REVIEWER_ABSENT("report.reviewer-absent", Kind.CONFLICT),
    /** Only the holder, the holder's CISO, or a reviewer of the same organisation while the holder is absent or has left. */
    HAND_OVER_OF_OTHERS("report.hand-over-of-others", Kind.FORBIDDEN),
    /** A person belongs to one absence at a time, and it ends after it begins. */
    ABSENCE_DAYS("report.absence-days", Kind.INVALID),
    /** Only their administrator, or who reviews beside them, says of somebody that they are away. */
    ABSENCE_OF_OTHERS("report.absence-of-others", Kind.FORBIDDEN),
    /** The person is away on some of these days already, as was said before. */
    ABSENCE_OVERLAPS("report.absence-overlaps", Kind.CONFLICT),
    /** Only administrators and duty officers of the organisation keep its roster. */
    ROSTER_OWN_ONLY("report.roster-own-only", Kind.FORBIDDEN),
    /** The person is no duty officer of the organisation. */
    NO_DUTY_OFFICER("report.no-duty-officer", Kind.INVALID),
    /** Parameter {@code days}: the longest shift. It ends after it begins, and ahead. */
    SHIFT_TIMES("report.shift-times", Kind.INVALID),
    /** Nobody says about themselves which rank they hold. */
    RANK_OWN("report.rank-own", Kind.FORBIDDEN),

    /** Only the institution's CISO orders a measure. */
    CISO_ONLY("report.ciso-only", Kind.FORBIDDEN),
    /** The review is over: the lasting change takes the measure's place. */
    MEASURE_TOO_LATE("report.measure-too-late", Kind.CONFLICT),
    /** Parameter {@code days}: the longest that a measure may last. */
    MEASURE_EXPIRY_UNFIT("report.measure-expiry-unfit", Kind.INVALID),
    /** Only a duty officer of an authority that isn't tied to the institution. */
    DUTY_OFFICER_ONLY("report.duty-officer-only", Kind.FORBIDDEN),
    /** Somebody of the authority confirmed it before. */
    MEASURE_ACKNOWLEDGED("report.measure-acknowledged", Kind.CONFLICT),
    /** A review has begun, its time hasn't come, or it was said already. */
    MEASURE_REVIEW_NOT_LATE("report.measure-review-not-late", Kind.CONFLICT),
    /** Parameters {@code state}, {@code next}. */
    MEASURE_WRONG_STATE("report.measure-wrong-state", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    ReportError(String code, Kind kind) {
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
