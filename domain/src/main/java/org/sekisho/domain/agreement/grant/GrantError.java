package org.sekisho.domain.agreement.grant;

import org.sekisho.domain.shared.ErrorCode;

/** Why something isn't done with a grant. */
public enum GrantError implements ErrorCode {
    /** Parameters {@code state}, {@code next}: the grant's state doesn't become the other. */
    WRONG_STATE("grant.wrong-state", Kind.CONFLICT),
    /** The last day lies before the first. */
    DAYS_REVERSED("grant.days-reversed", Kind.INVALID),
    /** The last day has passed already. */
    OVER("grant.over", Kind.INVALID),
    /** Parameter {@code last}: the last day of the agreement's term. */
    BEYOND_TERM("grant.beyond-term", Kind.INVALID),
    /** The organisation isn't a party to the agreement. */
    NOT_A_PARTY("grant.not-a-party", Kind.INVALID),
    /** The person belongs to another organisation, or is not active. */
    PERSON_NOT_OF_ORGANISATION("grant.person-not-of-organisation", Kind.INVALID),
    /** The person doesn't hold the role at the organisation. */
    ROLE_NOT_HELD("grant.role-not-held", Kind.INVALID),
    /** The people clause gives this role no action. */
    ROLE_NOT_IN_CLAUSE("grant.role-not-in-clause", Kind.INVALID),
    /** As many people as the people clause allows have a grant. */
    TEAM_FULL("grant.team-full", Kind.CONFLICT),
    /** Only people of the grant's organisation ask for it and approve it. */
    OTHER_ORGANISATION("grant.other-organisation", Kind.FORBIDDEN),
    /** Only the coordinator checks a grant. */
    COORDINATOR_ONLY("grant.coordinator-only", Kind.FORBIDDEN),
    /** Nobody acts on a grant to themselves. */
    OWN_GRANT("grant.own-grant", Kind.FORBIDDEN),
    /** Asking, approving and checking take three people. */
    SAME_PERSON("grant.same-person", Kind.FORBIDDEN),
    /** The person still has a grant, or a request for one, for the same role and days. */
    OVERLAPS("grant.overlaps", Kind.CONFLICT),
    /** The grant's last day hasn't passed. */
    NOT_OVER("grant.not-over", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    GrantError(String code, Kind kind) {
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
