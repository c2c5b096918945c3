package org.sekisho.domain.assurance.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonObject;

/**
 * Catalogues as OSCAL's catalog model in JSON (NIST, 1.1). What OSCAL has no member for stands in properties of our namespace: the
 * sections of evidence, the mappings, and the Japanese title; the Japanese statement is a part of its own.
 */
public final class OscalCatalogue {

    /** The most bytes of a file. */
    public static final int MOST_BYTES = 4 * 1024 * 1024;

    /** The version of OSCAL that is written. */
    public static final String OSCAL_VERSION = "1.1.3";

    /** Whose the properties are. */
    public static final String NAMESPACE = "https://sekisho.invalid/ns/oscal";

    /** A section of evidence that shows a control. */
    public static final String SECTION = "evidence-section";
    /** A place in a guideline; its class is the scheme. */
    public static final String MAPPING = "mapping";

    private static final String JAPANESE_TITLE = "title-ja";
    private static final String STATEMENT = "statement";
    private static final String JAPANESE_STATEMENT = "statement-ja";
    /** Groups and controls within groups and controls, as many as anybody's catalogue has. */
    private static final int DEPTH = 8;

    private OscalCatalogue() {}

    /**
     * Reads a catalogue that NIST's schema allows. Versions here are numbers, so that the version stated in the file isn't taken.
     *
     * @throws Refusal with a {@link ControlError}
     */
    public static ControlCatalogue read(JsonObject file) {
        JsonObject catalog = file.object("catalog");
        JsonObject metadata = catalog.object("metadata");
        String oscal = metadata.string("oscal-version");
        Checks.check(oscal.startsWith("1.1."), ControlError.OSCAL_VERSION, Map.of("version", Control.cut(oscal)));
        List<Control> controls = new ArrayList<>();
        collect(catalog, controls, 0);
        return new ControlCatalogue(
                Wording.of(
                        metadata.string("title"),
                        property(metadata, JAPANESE_TITLE).orElse(""),
                        "title",
                        ControlCatalogue.TITLE_LIMIT),
                controls);
    }

    private static void collect(JsonObject holder, List<Control> controls, int depth) {
        Checks.check(depth <= DEPTH, ControlError.TOO_DEEP, Map.of("limit", DEPTH));
        for (JsonObject control : objects(holder, "controls")) {
            Checks.check(
                    controls.size() < ControlCatalogue.CONTROL_LIMIT,
                    ControlError.TOO_MANY,
                    Map.of("field", "controls", "limit", ControlCatalogue.CONTROL_LIMIT));
            controls.add(control(control));
            collect(control, controls, depth + 1);
        }
        for (JsonObject group : objects(holder, "groups")) {
            collect(group, controls, depth + 1);
        }
    }

    private static Control control(JsonObject control) {
        String id = control.string("id");
        Optional<String> english = prose(control, STATEMENT);
        Optional<String> japanese = prose(control, JAPANESE_STATEMENT);
        Checks.check(
                english.or(() -> japanese).isPresent(),
                ControlError.WITHOUT_STATEMENT,
                Map.of("control", Control.cut(id)));
        return new Control(
                id,
                Wording.of(
                        control.string("title"),
                        property(control, JAPANESE_TITLE).orElse(""),
                        "title",
                        Control.TITLE_LIMIT),
                Wording.of(english.orElse(""), japanese.orElse(""), "statement", Control.STATEMENT_LIMIT),
                sections(id, control),
                mappings(id, control));
    }

    private static Set<EvidenceSection> sections(String id, JsonObject control) {
        Set<EvidenceSection> sections = EnumSet.noneOf(EvidenceSection.class);
        for (JsonObject property : properties(control, SECTION)) {
            String value = property.string("value");
            try {
                sections.add(EvidenceSection.valueOf(value));
            } catch (IllegalArgumentException unknown) {
                throw new Refusal(
                        ControlError.SECTION_UNKNOWN, Map.of("control", Control.cut(id), "value", Control.cut(value)));
            }
        }
        return sections;
    }

    private static SortedSet<Mapping> mappings(String id, JsonObject control) {
        SortedSet<Mapping> mappings = new TreeSet<>();
        for (JsonObject property : properties(control, MAPPING)) {
            String scheme = property.findString("class")
                    .orElseThrow(() -> Refusal.of(ControlError.MAPPING_MALFORMED, "control", Control.cut(id)));
            mappings.add(new Mapping(scheme, property.string("value")));
        }
        return mappings;
    }

    private static Optional<String> property(JsonObject holder, String name) {
        return properties(holder, name).stream().findFirst().map(each -> each.string("value"));
    }

    private static List<JsonObject> properties(JsonObject holder, String name) {
        return objects(holder, "props").stream()
                .filter(each -> each.string("name").equals(name)
                        && each.findString("ns").filter(NAMESPACE::equals).isPresent())
                .toList();
    }

    /** What the parts of that name say, those within them included. */
    private static Optional<String> prose(JsonObject holder, String name) {
        StringBuilder text = new StringBuilder();
        for (JsonObject part : objects(holder, "parts")) {
            if (part.string("name").equals(name)) {
                prose(part, text, 0);
            }
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString().strip());
    }

    private static void prose(JsonObject part, StringBuilder text, int depth) {
        Checks.check(depth <= DEPTH, ControlError.TOO_DEEP, Map.of("limit", DEPTH));
        part.findString("prose").ifPresent(prose -> text.append(prose.strip()).append('\n'));
        objects(part, "parts").forEach(each -> prose(each, text, depth + 1));
    }

    private static List<JsonObject> objects(JsonObject holder, String name) {
        return holder.find(name).isPresent() ? holder.array(name).objects() : List.of();
    }

    /**
     * The catalogue as an OSCAL document.
     *
     * @param id whose it is
     * @param modified when it was made
     */
    public static JsonObject write(UUID id, int version, ControlCatalogue catalogue, Instant modified) {
        JsonObject.Builder metadata = JsonObject.builder()
                .put("title", english(catalogue.title()))
                .put("last-modified", modified.toString())
                .put("version", Integer.toString(version))
                .put("oscal-version", OSCAL_VERSION);
        props(metadata, japanese(catalogue.title()));
        return JsonObject.builder()
                .put(
                        "catalog",
                        JsonObject.builder()
                                .put("uuid", OscalIds.of(id).toString())
                                .put("metadata", metadata.build())
                                .put(
                                        "controls",
                                        JsonArray.of(catalogue.controls().stream()
                                                .map(OscalCatalogue::write)
                                                .toList()))
                                .build())
                .build();
    }

    private static JsonObject write(Control control) {
        List<JsonObject> props = new ArrayList<>(japanese(control.title()));
        control.sections().forEach(section -> props.add(ours(SECTION, section.name(), Optional.empty())));
        control.mappings()
                .forEach(mapping -> props.add(ours(MAPPING, mapping.reference(), Optional.of(mapping.scheme()))));
        List<JsonObject> parts = new ArrayList<>();
        parts.add(part(control.statementId(), STATEMENT, Optional.empty(), english(control.statement())));
        if (!japanese(control.statement()).isEmpty()) {
            parts.add(part(
                    control.statementId() + ".ja",
                    JAPANESE_STATEMENT,
                    Optional.of(NAMESPACE),
                    control.statement().ja()));
        }
        JsonObject.Builder written =
                JsonObject.builder().put("id", control.id()).put("title", english(control.title()));
        props(written, props);
        return written.put("parts", JsonArray.of(parts)).build();
    }

    private static String english(Wording wording) {
        return wording.en().isEmpty() ? wording.ja() : wording.en();
    }

    /** The Japanese text, where it isn't what stands for the English one. */
    private static List<JsonObject> japanese(Wording wording) {
        return wording.en().isEmpty() || wording.ja().isEmpty()
                ? List.of()
                : List.of(ours(JAPANESE_TITLE, wording.ja(), Optional.empty()));
    }

    private static void props(JsonObject.Builder holder, List<JsonObject> props) {
        if (!props.isEmpty()) {
            holder.put("props", JsonArray.of(props));
        }
    }

    private static JsonObject part(String id, String name, Optional<String> namespace, String prose) {
        JsonObject.Builder part = JsonObject.builder().put("id", id).put("name", name);
        namespace.ifPresent(ns -> part.put("ns", ns));
        return part.put("prose", prose).build();
    }

    /** A property of our namespace. */
    public static JsonObject ours(String name, String value) {
        return ours(name, value, Optional.empty());
    }

    private static JsonObject ours(String name, String value, Optional<String> kind) {
        JsonObject.Builder property =
                JsonObject.builder().put("name", name).put("ns", NAMESPACE).put("value", value);
        kind.ifPresent(each -> property.put("class", each));
        return property.build();
    }
}
