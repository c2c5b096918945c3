package org.sekisho.domain.agreement.grant;

/** What somebody did with a grant. */
public enum GrantAct {
    REQUESTED,
    APPROVED,
    CHECKED,
    DECLINED,
    REVOKED,
    ENDED
}
