package org.sekisho.proof.json;

/** The one JSON null. */
public enum JsonNull implements JsonValue {
    INSTANCE
}
