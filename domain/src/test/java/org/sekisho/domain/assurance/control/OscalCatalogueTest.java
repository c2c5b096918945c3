package org.sekisho.domain.assurance.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;

class OscalCatalogueTest {

    private static final Instant NOW = Instant.parse("2026-11-30T01:02:03Z");

    private static ControlCatalogue read(String controls) {
        String file = "{\"catalog\":{\"metadata\":{\"title\":\"Own\",\"oscal-version\":\"1.1.2\"}," + controls + "}}";
        return OscalCatalogue.read((JsonObject) JsonReader.read(file));
    }

    private static String control(String id, String props) {
        return "{\"id\":\"" + id + "\",\"title\":\"A title\",\"props\":[" + props
                + "],\"parts\":[{\"name\":\"statement\",\"prose\":\"Do this.\"}]}";
    }

    private static String ours(String name, String value) {
        return "{\"name\":\"" + name + "\",\"ns\":\"" + OscalCatalogue.NAMESPACE + "\",\"value\":\"" + value + "\"}";
    }

    private static void assertRefused(ControlError code, String controls) {
        assertEquals(code, assertThrows(Refusal.class, () -> read(controls)).code());
    }

    @Test
    void whatIsWrittenIsReadAsItWas() {
        ControlCatalogue delivered = DeliveredCatalogue.catalogue();
        UUID id = UUID.randomUUID();
        JsonObject written = OscalCatalogue.write(id, 2, delivered, NOW);
        assertEquals(delivered, OscalCatalogue.read(written));
        assertEquals(CanonicalJson.text(written), CanonicalJson.text(OscalCatalogue.write(id, 2, delivered, NOW)));
    }

    @Test
    void controlsWithinGroupsAndControlsAreFound() {
        String section = ours("evidence-section", "GRANTS");
        ControlCatalogue read = read("\"groups\":[{\"title\":\"A group\",\"controls\":[" + control("a-1", section)
                + "],\"groups\":[{\"title\":\"Within\",\"controls\":[" + control("a-2", section)
                + "]}]}],\"controls\":["
                + control("b-1", section)
                        .replace("\"parts\"", "\"controls\":[" + control("b-1.1", section) + "],\"parts\"")
                + "]");
        assertEquals(
                List.of("b-1", "b-1.1", "a-1", "a-2"),
                read.controls().stream().map(Control::id).toList());
    }

    @Test
    void propertiesOfOthersSayNothing() {
        String foreign = "{\"name\":\"evidence-section\",\"ns\":\"https://example.org\",\"value\":\"GRANTS\"}";
        assertRefused(ControlError.WITHOUT_SECTION, "\"controls\":[" + control("a-1", foreign) + "]");
    }

    @Test
    void aRefusalNamesTheControl() {
        assertRefused(
                ControlError.SECTION_UNKNOWN,
                "\"controls\":[" + control("a-1", ours("evidence-section", "NONE")) + "]");
        assertRefused(
                ControlError.MAPPING_MALFORMED,
                "\"controls\":[" + control("a-1", ours("evidence-section", "GRANTS") + "," + ours("mapping", "CC6.1"))
                        + "]");
        assertRefused(
                ControlError.WITHOUT_STATEMENT,
                "\"controls\":["
                        + control("a-1", ours("evidence-section", "GRANTS")).replace("\"statement\"", "\"guidance\"")
                        + "]");
        assertRefused(ControlError.EMPTY, "\"controls\":[]");
    }

    @Test
    void oneLanguageStandsForBoth() {
        Control only = read("\"controls\":[" + control("a-1", ours("evidence-section", "GRANTS")) + "]")
                .controls()
                .get(0);
        assertEquals("A title", only.title().in(ReadingLanguage.JA));
    }

    @Test
    void identifiersAreNameBased() {
        UUID id = UUID.fromString("01936b2e-8c1f-7000-8000-000000000001");
        assertEquals(OscalIds.of(id), OscalIds.of(id.toString()));
        assertNotEquals(OscalIds.of(id), OscalIds.of(UUID.randomUUID()));
        assertEquals(5, OscalIds.of(id).version());
        assertEquals(2, OscalIds.of(id).variant());
        assertTrue(OscalIds.of("a part")
                .toString()
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
    }

    @Test
    void identifiersAgreeWithThoseOfOtherImplementations() {
        // python3 -c 'import uuid; print(uuid.uuid5(uuid.UUID("6f1c0a52-94de-4f0b-9a53-2f6b7f0f8c1e"), "sekisho"))'
        assertEquals(UUID.fromString("3757e12d-6614-5ceb-aada-ece9830ec9e0"), OscalIds.of("sekisho"));
    }
}
