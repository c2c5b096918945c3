package org.sekisho.domain.shared;

/**
 * A stable name for one way in which something is refused. Each business module lists its own in an enum. The code stands in
 * REST answers, in the trail and in tests; the words for people stand in the bundles under {@code error.<code>}.
 */
public interface ErrorCode {

    /** For example {@code agreement.already-signed}: the module, a full stop, words joined by hyphens. */
    String code();

    /** What sort of refusal this is; it decides the HTTP status. */
    Kind kind();

    /** The sorts of refusal. */
    enum Kind {
        /** There is no such thing, or none that one may see: the two are not told apart. */
        NOT_FOUND,
        /** The person may see the thing, but may not do this with it. */
        FORBIDDEN,
        /** Nobody is signed in, or the credentials are wrong. */
        UNAUTHENTICATED,
        /** What was sent can't be accepted as it is. */
        INVALID,
        /** The thing is in a state, or a version, that doesn't allow this. */
        CONFLICT,
        /** Too much, too often, or too large. */
        LIMITED,
        /** A part that is needed doesn't answer. */
        UNAVAILABLE
    }
}
