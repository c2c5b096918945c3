package org.sekisho.ejb.assurance.control;

import java.util.List;
import java.util.Map;
import org.sekisho.domain.assurance.control.ControlCatalogue;
import org.sekisho.domain.assurance.control.ControlError;
import org.sekisho.domain.assurance.control.OscalCatalogue;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonException;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;
import org.sekisho.proof.json.JsonValue;

/** The bytes of an uploaded catalogue: an OSCAL catalog in JSON, held against NIST's schema before anything is taken from it. */
final class CatalogueFile {

    /** The longest pointer that a refusal names. */
    private static final int POINTER_LIMIT = 120;

    private CatalogueFile() {}

    /**
     * Reads a catalogue.
     *
     * @throws Refusal with a {@link ControlError}
     */
    static ControlCatalogue read(byte[] utf8) {
        Checks.check(
                utf8.length <= OscalCatalogue.MOST_BYTES,
                ControlError.TOO_LARGE,
                Map.of("limit", OscalCatalogue.MOST_BYTES));
        JsonValue value = json(utf8);
        List<OscalSchema.Fault> faults = OscalSchema.CATALOG.faults(CanonicalJson.text(value));
        if (!faults.isEmpty()) {
            OscalSchema.Fault first = faults.get(0);
            throw new Refusal(
                    ControlError.AGAINST_SCHEMA, Map.of("pointer", cut(first.pointer()), "keyword", first.keyword()));
        }
        return OscalCatalogue.read((JsonObject) value);
    }

    private static JsonValue json(byte[] utf8) {
        try {
            return JsonReader.read(utf8);
        } catch (JsonException malformed) {
            throw Refusal.of(ControlError.NOT_JSON, "where", cut(malformed.where()));
        }
    }

    private static String cut(String pointer) {
        return pointer.length() > POINTER_LIMIT ? pointer.substring(0, POINTER_LIMIT) : pointer;
    }
}
