package org.sekisho.proof.json;

/** JSON true or false. */
public record JsonBoolean(boolean value) implements JsonValue {}
