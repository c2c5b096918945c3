package org.sekisho.domain.assurance.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;

/** The catalogue that comes with the product: version 1. Its reasons stand in {@code docs/controls.md}. */
public final class DeliveredCatalogue {

    /** The number of the delivered version; those that are kept here come after it. */
    public static final int VERSION = 1;

    private static final String FILE = "catalogue_1.json";
    private static final String TEXT = text();
    private static final ControlCatalogue CATALOGUE = OscalCatalogue.read((JsonObject) JsonReader.read(TEXT));

    private DeliveredCatalogue() {}

    public static ControlCatalogue catalogue() {
        return CATALOGUE;
    }

    /** As an OSCAL document. */
    public static String oscal() {
        return TEXT;
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(DeliveredCatalogue.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
