package org.sekisho.ejb.report.intake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.sekisho.domain.report.intake.Finding.Standing;
import org.sekisho.domain.report.intake.Finding.Tool;
import org.sekisho.domain.report.intake.FindingDraft;
import org.sekisho.domain.report.intake.Fingerprint;
import org.sekisho.domain.report.intake.IntakeLimits;
import org.sekisho.domain.report.intake.SourceFormat;
import tools.jackson.databind.JsonNode;

/** Reads advisories of CSAF 2.0 and 2.1, VEX included: each vulnerability is an item. */
public final class CsafReader extends DocumentReader {

    private static final Set<String> DESCRIBING = Set.of("description", "details", "summary");

    /** Lists of product_status (section 3.2.3.9), by what they say; the first that has a product counts for the whole. */
    private static final List<Map.Entry<Standing, List<String>>> STATUS = List.of(
            Map.entry(Standing.AFFECTED, List.of("known_affected", "first_affected", "last_affected")),
            Map.entry(Standing.UNDER_INVESTIGATION, List.of("under_investigation")),
            Map.entry(Standing.FIXED, List.of("fixed", "first_fixed")),
            Map.entry(Standing.NOT_AFFECTED, List.of("known_not_affected")));

    public CsafReader(IntakeLimits limits) {
        super(SourceFormat.CSAF, limits);
    }

    @Override
    SchemaCheck schema(JsonNode document) {
        String version = Nodes.text(document.path("document"), "csaf_version");
        return switch (version) {
            case "2.0" -> Schemas.SHARED.csaf20();
            case "2.1" -> Schemas.SHARED.csaf21();
            case "" -> throw wrongFormat();
            default -> throw wrongVersion(version);
        };
    }

    @Override
    String list() {
        return "/vulnerabilities";
    }

    @Override
    IntFunction<Item> items(JsonNode document) {
        Map<String, String[]> products = new CsafProducts(document.path("product_tree")).byId();
        JsonNode head = document.path("document");
        return i -> item(head, document.path("vulnerabilities").path(i), products);
    }

    private static Item item(JsonNode head, JsonNode vulnerability, Map<String, String[]> products) {
        JsonNode publisher = head.path("publisher");
        JsonNode tracking = head.path("tracking");
        Tool tool = FindingDraft.tool(
                Nodes.text(publisher, "name"), Nodes.text(tracking, "version"), Nodes.text(tracking, "id"));
        FindingDraft draft = new FindingDraft(tool)
                .title(Nodes.text(vulnerability, "title"))
                .identifier(Nodes.text(vulnerability, "cve"));
        Fingerprint.Parts parts = Fingerprint.of(SourceFormat.CSAF)
                .with("publisher", Nodes.text(publisher, "namespace"))
                .with("document", Nodes.text(tracking, "id"))
                .with("cve", Nodes.text(vulnerability, "cve"));
        for (JsonNode each : vulnerability.path("ids")) {
            draft.identifier(Nodes.text(each, "text"));
            parts.with("id", Nodes.text(each, "system_name") + " " + Nodes.text(each, "text"));
        }
        for (JsonNode each : vulnerability.path("notes")) {
            if (DESCRIBING.contains(Nodes.text(each, "category"))) {
                draft.text(Nodes.text(each, "text"));
            }
        }
        for (JsonNode each : vulnerability.path("threats")) {
            draft.text(Nodes.text(each, "details"));
        }
        if (!vulnerability.has("cve") && !vulnerability.has("ids")) {
            // Without a number only its words tell it from the other ones of the document.
            parts.with("title", Nodes.text(vulnerability, "title"))
                    .with("notes", vulnerability.path("notes").toString());
        }
        draft.title(Nodes.text(vulnerability, "cve")).title(Nodes.text(head, "title"));
        weaknessesAndScores(draft, vulnerability);
        for (JsonNode each : vulnerability.path("references")) {
            draft.reference(Nodes.text(each, "url"), Nodes.text(each, "summary"));
        }
        products(draft, vulnerability.path("product_status"), products);
        return Item.of(draft.build(parts.build()));
    }

    private static void weaknessesAndScores(FindingDraft draft, JsonNode vulnerability) {
        draft.weakness(Nodes.text(vulnerability.path("cwe"), "id"));
        for (JsonNode each : vulnerability.path("cwes")) {
            draft.weakness(Nodes.text(each, "id"));
        }
        for (JsonNode each : vulnerability.path("scores")) {
            vectors(draft, each);
        }
        for (JsonNode each : vulnerability.path("metrics")) {
            vectors(draft, each.path("content"));
        }
    }

    private static void vectors(FindingDraft draft, JsonNode score) {
        for (String version : new String[] {"cvss_v4", "cvss_v3", "cvss_v2"}) {
            JsonNode cvss = score.path(version);
            draft.vector(Nodes.text(cvss, "vectorString"), Nodes.score(stated(cvss)));
        }
    }

    private static JsonNode stated(JsonNode cvss) {
        if (cvss.has("environmentalScore")) {
            return cvss.path("environmentalScore");
        }
        return cvss.has("temporalScore") ? cvss.path("temporalScore") : cvss.path("baseScore");
    }

    private static void products(FindingDraft draft, JsonNode status, Map<String, String[]> products) {
        for (Map.Entry<Standing, List<String>> each : STATUS) {
            Set<String> ids = new LinkedHashSet<>();
            each.getValue().forEach(list -> ids.addAll(Nodes.texts(status.path(list))));
            if (!ids.isEmpty()) {
                draft.standing(each.getKey());
                for (String id : ids) {
                    String[] product = products.getOrDefault(id, new String[] {id, "", ""});
                    draft.component(product[0], product[1], product[2]);
                }
                return;
            }
        }
    }
}
