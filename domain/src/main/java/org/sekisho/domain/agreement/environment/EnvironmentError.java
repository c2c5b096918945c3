package org.sekisho.domain.agreement.environment;

import org.sekisho.domain.shared.ErrorCode;

/** Why something isn't done with an attestation of an environment. */
public enum EnvironmentError implements ErrorCode {
    /** Parameters {@code state}, {@code next}. */
    WRONG_STATE("environment.wrong-state", Kind.CONFLICT),
    /** Parameter {@code environment}: the environments clause doesn't name it. */
    NOT_IN_CLAUSE("environment.not-in-clause", Kind.INVALID),
    /** The last day lies before the first. */
    DAYS_REVERSED("environment.days-reversed", Kind.INVALID),
    /** The last day has passed already. */
    OVER("environment.over", Kind.INVALID),
    /** Parameter {@code days}: the clause lets an attestation count for no longer. */
    VALID_TOO_LONG("environment.valid-too-long", Kind.INVALID),
    /** Parameter {@code kind}: the clause wants another kind of organisation to attest it. */
    ATTESTED_BY_OTHER_KIND("environment.attested-by-other-kind", Kind.INVALID),
    /** The hash isn't SHA-256 in 64 hexadecimal digits. */
    HASH_MALFORMED("environment.hash-malformed", Kind.INVALID),
    /** Only a party to the agreement, or the coordinator, proposes an attestation. */
    NOT_A_PARTY("environment.not-a-party", Kind.FORBIDDEN),
    /** Only the coordinator or an authority approves. */
    NOT_AN_APPROVER("environment.not-an-approver", Kind.FORBIDDEN),
    /** Nobody approves what they proposed, nor what their own organisation proposed or attested. */
    OWN_PROPOSAL("environment.own-proposal", Kind.FORBIDDEN);

    private final String code;
    private final Kind kind;

    EnvironmentError(String code, Kind kind) {
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
