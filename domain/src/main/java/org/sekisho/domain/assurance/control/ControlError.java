package org.sekisho.domain.assurance.control;

import org.sekisho.domain.shared.ErrorCode;

/** Why a catalogue of controls isn't taken, or doesn't go on. */
public enum ControlError implements ErrorCode {
    /** Parameter {@code limit}: bytes. */
    TOO_LARGE("assurance.catalogue-too-large", Kind.LIMITED),
    /** No JSON at all. Parameter {@code where}: the place in the file, counted from 0. */
    NOT_JSON("assurance.catalogue-not-json", Kind.INVALID),
    /** NIST's schema doesn't allow it. Parameters {@code pointer} (RFC 6901), {@code keyword} of the schema. */
    AGAINST_SCHEMA("assurance.catalogue-against-schema", Kind.INVALID),
    /** Another version of OSCAL than 1.1. Parameter {@code version}. */
    OSCAL_VERSION("assurance.catalogue-oscal-version", Kind.INVALID),
    /** The file holds no control. */
    EMPTY("assurance.catalogue-empty", Kind.INVALID),
    /** Parameters {@code field}, {@code limit}. */
    TOO_MANY("assurance.catalogue-too-many", Kind.LIMITED),
    /** Controls stand within each other too deeply. Parameter {@code limit}. */
    TOO_DEEP("assurance.catalogue-too-deep", Kind.LIMITED),
    /** Parameter {@code control}. */
    CONTROL_TWICE("assurance.catalogue-control-twice", Kind.INVALID),
    /** Parameter {@code control}: its id has more than 64 characters. */
    CONTROL_ID("assurance.catalogue-control-id", Kind.INVALID),
    /** Nothing says which evidence shows the control. Parameter {@code control}. */
    WITHOUT_SECTION("assurance.catalogue-without-section", Kind.INVALID),
    /** Parameters {@code control}, {@code value}. */
    SECTION_UNKNOWN("assurance.catalogue-section-unknown", Kind.INVALID),
    /** Parameter {@code control}. */
    WITHOUT_STATEMENT("assurance.catalogue-without-statement", Kind.INVALID),
    /** A mapping names no scheme, or one that isn't a token. Parameter {@code control}. */
    MAPPING_MALFORMED("assurance.catalogue-mapping-malformed", Kind.INVALID),

    /** The next version is waiting to be published already. */
    DRAFT_EXISTS("assurance.catalogue-draft-exists", Kind.CONFLICT),
    /** What was published never changes. */
    PUBLISHED_ALREADY("assurance.catalogue-published-already", Kind.CONFLICT),
    /** Nobody publishes what they took in themselves. */
    OWN_DRAFT("assurance.catalogue-own-draft", Kind.FORBIDDEN),
    /** Parameters {@code state}, {@code next}. */
    WRONG_STATE("assurance.catalogue-wrong-state", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    ControlError(String code, Kind kind) {
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
