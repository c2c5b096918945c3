package org.sekisho.proof.json;

/** Why a text is no acceptable JSON, or a value not the one that was asked for. */
public enum JsonProblem {
    /** Not the grammar of RFC 8259. */
    SYNTAX,
    /** A name stands twice in one object (refused: readers disagree on which one counts). */
    DUPLICATE_NAME,
    /** Half of a surrogate pair is missing. */
    LONE_SURROGATE,
    /** The bytes aren't UTF-8. */
    INVALID_UTF8,
    /** Something follows the value. */
    TRAILING_DATA,
    /** Nested deeper than {@link JsonReader#MAX_DEPTH}. */
    TOO_DEEP,
    /** Longer than the reader's limit. */
    TOO_LARGE,
    /** No double holds the number, or an integer would lose digits. */
    NUMBER_OUT_OF_RANGE,
    /** The object has no such member. */
    MISSING_MEMBER,
    /** The value is there, of another type. */
    WRONG_TYPE
}
