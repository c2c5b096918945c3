package org.sekisho.ejb.assurance.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.assurance.control.ControlError;
import org.sekisho.domain.assurance.control.DeliveredCatalogue;
import org.sekisho.domain.assurance.control.OscalCatalogue;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.proof.json.CanonicalJson;

/** Catalogues are held against NIST's schema, those that come and those that go. */
class CatalogueFileTest {

    private static final String DELIVERED = DeliveredCatalogue.oscal();

    private static Refusal refused(String file) {
        return assertThrows(Refusal.class, () -> CatalogueFile.read(file.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theDeliveredCatalogueIsWhatTheSchemaAllowsAndIsTakenIn() {
        assertEquals(List.of(), OscalSchema.CATALOG.faults(DELIVERED));
        assertEquals(DeliveredCatalogue.catalogue(), CatalogueFile.read(DELIVERED.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatIsWrittenIsWhatTheSchemaAllows() {
        String written = CanonicalJson.text(OscalCatalogue.write(
                UUID.randomUUID(), 7, DeliveredCatalogue.catalogue(), Instant.parse("2026-11-30T00:00:00.123456Z")));
        assertEquals(List.of(), OscalSchema.CATALOG.faults(written));
        assertEquals(DeliveredCatalogue.catalogue(), CatalogueFile.read(written.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aRefusalPointsAtWhatTheSchemaDoesNotAllow() {
        Refusal refusal = refused(DELIVERED.replaceFirst("\"id\": \"ag-1\"", "\"id\": \"1 g\""));
        assertEquals(ControlError.AGAINST_SCHEMA, refusal.code());
        assertEquals("/catalog/controls/0/id", refusal.parameters().get("pointer"));
        assertEquals("pattern", refusal.parameters().get("keyword"));
        assertEquals(ControlError.AGAINST_SCHEMA, refused("[]").code());
        assertEquals(ControlError.AGAINST_SCHEMA, refused("{\"catalog\":{}}").code());
    }

    @Test
    void whatIsNoJsonOrTooLargeIsRefusedBeforeAnythingElse() {
        assertEquals(ControlError.NOT_JSON, refused("<catalog/>").code());
        assertEquals(ControlError.NOT_JSON, refused("{\"catalog\":").code());
        Refusal large = assertThrows(Refusal.class, () -> CatalogueFile.read(new byte[OscalCatalogue.MOST_BYTES + 1]));
        assertEquals(ControlError.TOO_LARGE, large.code());
        assertEquals(Map.of("limit", OscalCatalogue.MOST_BYTES), large.parameters());
    }

    @Test
    void otherVersionsOfOscalAreRefused() {
        Refusal refusal = refused(DELIVERED.replace("\"oscal-version\": \"1.1.3\"", "\"oscal-version\": \"1.0.4\""));
        assertEquals(ControlError.OSCAL_VERSION, refusal.code());
    }
}
