package org.sekisho.domain.party.signin;

import org.sekisho.domain.shared.ErrorCode;

/** Why somebody isn't let in, or something isn't done with their own account. */
public enum AccountError implements ErrorCode {
    /** Unknown, wrong, locked, deactivated, not yet accepted: all the same answer, so that nobody learns which accounts exist. */
    SIGN_IN_FAILED("account.sign-in-failed", Kind.UNAUTHENTICATED),
    /** The password was right and a one-time code is needed. */
    SECOND_FACTOR_NEEDED("account.second-factor-needed", Kind.UNAUTHENTICATED),
    /** The role asks for a second factor and the person has enrolled none. */
    SECOND_FACTOR_NOT_ENROLLED("account.second-factor-not-enrolled", Kind.FORBIDDEN),
    /** Who is signed in is asked for a one-time code again, and gave none. */
    CODE_NEEDED("account.code-needed", Kind.INVALID),
    /** The code is wrong, too old, or was used already. */
    CODE_WRONG("account.code-wrong", Kind.INVALID),
    /** A second factor is enrolled already. */
    SECOND_FACTOR_ENROLLED("account.second-factor-enrolled", Kind.CONFLICT),
    /** The password has to be changed before anything else. */
    PASSWORD_CHANGE_NEEDED("account.password-change-needed", Kind.FORBIDDEN),
    /** The present password, asked for again, is wrong. */
    PASSWORD_WRONG("account.password-wrong", Kind.INVALID),
    /** Parameter {@code least} in characters. */
    PASSWORD_TOO_SHORT("account.password-too-short", Kind.INVALID),
    /** Parameter {@code most} in characters. */
    PASSWORD_TOO_LONG("account.password-too-long", Kind.INVALID),
    /** It holds control characters, or halves of characters. */
    PASSWORD_CHARACTERS("account.password-characters", Kind.INVALID),
    /** It holds the person's address or the name of the organisation. */
    PASSWORD_PERSONAL("account.password-personal", Kind.INVALID),
    /** It would be guessed too soon. */
    PASSWORD_WEAK("account.password-weak", Kind.INVALID),
    /** It is the present one. */
    PASSWORD_UNCHANGED("account.password-unchanged", Kind.INVALID),
    /** Unknown, used, replaced or too old: all the same answer. */
    LINK_INVALID("account.link-invalid", Kind.NOT_FOUND),
    /** The link goes by mail, or another administrator sees it. */
    LINK_NOT_SHOWN("account.link-not-shown", Kind.FORBIDDEN),
    /** There is no mail, nobody there to hand it over, and no key to seal it to. */
    LINK_NOT_SEALED("account.link-not-sealed", Kind.CONFLICT),
    /** The session has ended. */
    SESSION_ENDED("account.session-ended", Kind.UNAUTHENTICATED),
    /** The person doesn't belong to the organisation for which they want to act. */
    ORGANISATION_NOT_OWN("account.organisation-not-own", Kind.FORBIDDEN),
    /** Parameter {@code seconds}: too many attempts from there or for this account. */
    TOO_MANY_ATTEMPTS("account.too-many-attempts", Kind.LIMITED);

    private final String code;
    private final Kind kind;

    AccountError(String code, Kind kind) {
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
