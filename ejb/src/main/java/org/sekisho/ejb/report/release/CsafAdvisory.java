package org.sekisho.ejb.report.release;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.ReportContent.Component;
import org.sekisho.domain.report.ReportContent.Location;
import org.sekisho.domain.report.release.Rendering;
import org.sekisho.domain.report.severity.CveId;
import org.sekisho.domain.report.severity.CvssVector;
import org.sekisho.domain.report.severity.CvssVersion;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonNumber;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonValue;

/**
 * A rendering as an advisory of the Common Security Advisory Framework 2.0 (OASIS), profile "CSAF Base": one vulnerability, with everything
 * that the profile has no place for as a note. Labels are those of TLP 1.0, which 2.0 of the framework knows; the one that is meant stands
 * beside it in words.
 */
final class CsafAdvisory {

    private static final String GENERAL = "general";

    private final Rendering rendering;
    private final URI namespace;

    /** @param namespace the portal's address, as the publisher's namespace */
    CsafAdvisory(Rendering rendering, URI namespace) {
        this.rendering = rendering;
        this.namespace = namespace;
    }

    /** In canonical form (RFC 8785). */
    String text() {
        JsonObject.Builder advisory = JsonObject.builder().put("document", document());
        List<JsonValue> products = products();
        if (!products.isEmpty()) {
            advisory.put(
                    "product_tree",
                    JsonObject.builder()
                            .put("full_product_names", JsonArray.of(products))
                            .build());
        }
        return CanonicalJson.text(advisory.put("vulnerabilities", JsonArray.of(List.of(vulnerability())))
                .build());
    }

    private JsonObject document() {
        String made = rendering.madeAt().toString();
        return JsonObject.builder()
                .put("category", "csaf_base")
                .put("csaf_version", "2.0")
                .put(
                        "distribution",
                        JsonObject.builder()
                                .put("text", mark())
                                .put(
                                        "tlp",
                                        JsonObject.builder()
                                                .put("label", label(rendering.label()))
                                                .build())
                                .build())
                .put(
                        "publisher",
                        JsonObject.builder()
                                .put("category", rendering.source().isPresent() ? "user" : "other")
                                .put("name", rendering.source().orElse("withheld"))
                                .put("namespace", namespace.toString())
                                .build())
                .put("title", rendering.content().title())
                .put(
                        "tracking",
                        JsonObject.builder()
                                .put("id", rendering.reference())
                                .put("initial_release_date", made)
                                .put("current_release_date", made)
                                .put("status", "final")
                                .put("version", "1")
                                .put(
                                        "revision_history",
                                        JsonArray.of(List.of(JsonObject.builder()
                                                .put("date", made)
                                                .put("number", "1")
                                                .put("summary", mark())
                                                .build())))
                                .build())
                .build();
    }

    private String mark() {
        return rendering.label().label() + " " + rendering.addressee() + " " + rendering.madeAt();
    }

    private static String label(Tlp label) {
        return switch (label) {
            case CLEAR -> "WHITE";
            case GREEN -> "GREEN";
            case AMBER, AMBER_STRICT -> "AMBER";
            case RED -> "RED";
        };
    }

    private List<JsonValue> products() {
        List<JsonValue> products = new ArrayList<>();
        for (Component each : rendering.content().components()) {
            JsonObject.Builder product = JsonObject.builder()
                    .put("product_id", id(products.size()))
                    .put("name", (each.name() + " " + each.version()).strip());
            if (PackageUrls.matches(each.identifier())) {
                product.put(
                        "product_identification_helper",
                        JsonObject.builder().put("purl", each.identifier()).build());
            }
            products.add(product.build());
        }
        return products;
    }

    private static String id(int index) {
        return "P" + (index + 1);
    }

    private JsonArray productIds() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < rendering.content().components().size(); i++) {
            ids.add(id(i));
        }
        return JsonArray.ofStrings(ids);
    }

    private JsonObject vulnerability() {
        ReportContent content = rendering.content();
        boolean products = !content.components().isEmpty();
        JsonObject.Builder vulnerability = JsonObject.builder().put("title", content.title());
        Optional<String> cve =
                content.identifiers().stream().filter(CsafAdvisory::isCve).findFirst();
        cve.ifPresent(number -> vulnerability.put("cve", number));
        List<JsonValue> others = content.identifiers().stream()
                .filter(number -> cve.filter(number::equals).isEmpty())
                .map(CsafAdvisory::number)
                .toList();
        if (!others.isEmpty()) {
            vulnerability.put("ids", JsonArray.of(others));
        }
        if (products) {
            vulnerability.put(
                    "product_status",
                    JsonObject.builder().put("known_affected", productIds()).build());
            List<JsonValue> scores = scores(content);
            if (!scores.isEmpty()) {
                vulnerability.put("scores", JsonArray.of(scores));
            }
            if (!content.remedy().isEmpty()) {
                vulnerability.put(
                        "remediations",
                        JsonArray.of(List.of(JsonObject.builder()
                                .put("category", "mitigation")
                                .put("details", content.remedy())
                                .put("product_ids", productIds())
                                .build())));
            }
        }
        List<JsonValue> references = content.references().stream()
                .flatMap(text -> address(text).stream().map(address -> (JsonValue) JsonObject.builder()
                        .put("summary", text)
                        .put("url", address)
                        .build()))
                .toList();
        if (!references.isEmpty()) {
            vulnerability.put("references", JsonArray.of(references));
        }
        return vulnerability
                .put("notes", JsonArray.of(notes(content, products)))
                .build();
    }

    private List<JsonValue> notes(ReportContent content, boolean products) {
        List<JsonValue> notes = new ArrayList<>();
        notes.add(note("description", "Description", content.text().isEmpty() ? content.title() : content.text()));
        if (!content.impact().isEmpty()) {
            notes.add(note("details", "Impact", content.impact()));
        }
        if (!products && !content.remedy().isEmpty()) {
            notes.add(note("details", "Remedy", content.remedy()));
        }
        if (!content.weaknesses().isEmpty()) {
            notes.add(note(GENERAL, "CWE", String.join("\n", content.weaknesses())));
        }
        if (!content.vectors().isEmpty()) {
            notes.add(note(GENERAL, "CVSS", String.join("\n", content.vectors())));
        }
        content.components().stream()
                .filter(each -> !each.identifier().isEmpty() && !PackageUrls.matches(each.identifier()))
                .forEach(each -> notes.add(note(GENERAL, "Identifier", each.name() + ": " + each.identifier())));
        for (Location each : content.locations()) {
            String line = each.line() > 0 ? ":" + each.line() : "";
            notes.add(note("details", "Location", (each.address() + line + " " + each.name()).strip()));
        }
        content.evidence().forEach(each -> notes.add(note("details", each.heading(), each.text())));
        content.references().stream()
                .filter(text -> address(text).isEmpty())
                .forEach(text -> notes.add(note(GENERAL, "Reference", text)));
        return notes;
    }

    private static JsonObject note(String category, String title, String text) {
        return JsonObject.builder()
                .put("category", category)
                .put("title", title)
                .put("text", text)
                .build();
    }

    private static JsonValue number(String number) {
        int dash = number.indexOf('-');
        return JsonObject.builder()
                .put("system_name", dash > 0 ? number.substring(0, dash) : "other")
                .put("text", number)
                .build();
    }

    /** The framework has a place for 3.1; 4.0 stands in a note. */
    private List<JsonValue> scores(ReportContent content) {
        return content.vectors().stream()
                .flatMap(text -> parsed(text).stream())
                .filter(vector -> vector.version() == CvssVersion.V3_1)
                .limit(1)
                .map(vector -> (JsonValue) JsonObject.builder()
                        .put("products", productIds())
                        .put(
                                "cvss_v3",
                                JsonObject.builder()
                                        .put("version", "3.1")
                                        .put("vectorString", vector.toString())
                                        .put(
                                                "baseScore",
                                                new JsonNumber(vector.baseScore()
                                                        .value()
                                                        .doubleValue()))
                                        .put(
                                                "baseSeverity",
                                                vector.baseScore().severity().name())
                                        .build())
                        .build())
                .toList();
    }

    private static Optional<CvssVector> parsed(String text) {
        try {
            return Optional.of(CvssVector.parse(text));
        } catch (Refusal unknown) {
            return Optional.empty();
        }
    }

    private static boolean isCve(String number) {
        return CveId.find(number).isPresent();
    }

    /** As an address on the web in letters that every reader takes, if the text is one. */
    private static Optional<String> address(String text) {
        try {
            URI address = new URI(text);
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            return web && address.getHost() != null ? Optional.of(address.toASCIIString()) : Optional.empty();
        } catch (URISyntaxException other) {
            return Optional.empty();
        }
    }
}
