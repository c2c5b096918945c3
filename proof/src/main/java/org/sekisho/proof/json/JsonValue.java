package org.sekisho.proof.json;

/**
 * A JSON value (RFC 8259, section 3) that has a canonical form: strings without lone surrogates, numbers that a double
 * holds. Immutable; equal values have the same canonical bytes.
 */
public sealed interface JsonValue permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {}
