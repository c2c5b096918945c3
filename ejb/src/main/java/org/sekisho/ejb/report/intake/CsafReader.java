package org.sekisho.ejb.report.intake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sekisho.domain.report.intake.Finding.Standing;
import org.sekisho.domain.report.intake.Finding.Tool;
import org.sekisho.domain.report.intake.FindingDraft;
import org.sekisho.domain.report.intake.Fingerprint;
import org.sekisho.domain.report.intake.IntakeLimits;
import org.sekisho.domain.report.intake.SourceFormat;
import tools.jackson.databind.JsonNode;

/** Reads advisories of CSAF 2.0 and 2.1, VEX included: each vulnerability is an item. */
public final class CsafReader extends DocumentReader {

    private static final List<String> VERSIONS = List.of("cvss_v4", "cvss_v3", "cvss_v2");
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
    Optional<SchemaCheck> itemSchema(JsonNode begun) {
        if (!begun.has("product_tree")) {
            return Optional.empty();
        }
        return switch (Nodes.text(begun.path("document"), "csaf_version")) {
            case "2.0" -> Optional.of(Schemas.SHARED.csaf20Vulnerability());
            case "2.1" -> Optional.of(Schemas.SHARED.csaf21Vulnerability());
            default -> Optional.empty();
        };
    }

    @Override
    Function<JsonNode, Item> items(JsonNode document) {
        Head head = Head.of(document);
        return vulnerability -> item(head, vulnerability);
    }

    /** What all items of a document share. */
    private record Head(Tool tool, String namespace, String id, String title, CsafProducts products) {

        static Head of(JsonNode document) {
            JsonNode head = document.path("document");
            JsonNode publisher = head.path("publisher");
            JsonNode tracking = head.path("tracking");
            Tool tool = FindingDraft.tool(
                    Nodes.text(publisher, "name"), Nodes.text(tracking, "version"), Nodes.text(tracking, "id"));
            return new Head(
                    tool,
                    Nodes.text(publisher, "namespace"),
                    Nodes.text(tracking, "id"),
                    Nodes.text(head, "title"),
                    new CsafProducts(document.path("product_tree")));
        }
    }

    private static Item item(Head head, JsonNode vulnerability) {
        String cve = Nodes.text(vulnerability, "cve");
        FindingDraft draft = new FindingDraft(head.tool())
                .title(Nodes.text(vulnerability, "title"))
                .identifier(cve);
        Fingerprint.Parts parts = Fingerprint.of(SourceFormat.CSAF)
                .with("publisher", head.namespace())
                .with("document", head.id())
                .with("cve", cve);
        for (JsonNode each : vulnerability.path("ids")) {
            String number = Nodes.text(each, "text");
            draft.identifier(number);
            parts.with("id", Nodes.text(each, "system_name") + " " + number);
        }
        for (JsonNode each : vulnerability.path("notes")) {
            if (DESCRIBING.contains(Nodes.text(each, "category"))) {
                draft.text(Nodes.text(each, "text"));
            }
        }
        for (JsonNode each : vulnerability.path("threats")) {
            draft.text(Nodes.text(each, "details"));
        }
        for (JsonNode each : vulnerability.path("remediations")) {
            draft.remedy(Nodes.text(each, "details")).reference(Nodes.text(each, "url"), "");
        }
        if (!vulnerability.has("cve") && !vulnerability.has("ids")) {
            // Without a number only its words tell it from the other ones of the document.
            parts.with("title", Nodes.text(vulnerability, "title"))
                    .with("notes", vulnerability.path("notes").toString());
        }
        draft.title(cve).title(head.title());
        weaknessesAndScores(draft, vulnerability);
        for (JsonNode each : vulnerability.path("references")) {
            draft.reference(Nodes.text(each, "url"), Nodes.text(each, "summary"));
        }
        products(draft, vulnerability.path("product_status"), head.products());
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
        for (String version : VERSIONS) {
            JsonNode cvss = score.path(version);
            if (!cvss.isMissingNode()) {
                draft.vector(Nodes.text(cvss, "vectorString"), Nodes.score(stated(cvss)));
            }
        }
    }

    private static JsonNode stated(JsonNode cvss) {
        if (cvss.has("environmentalScore")) {
            return cvss.path("environmentalScore");
        }
        return cvss.has("temporalScore") ? cvss.path("temporalScore") : cvss.path("baseScore");
    }

    private static void products(FindingDraft draft, JsonNode status, CsafProducts products) {
        for (Map.Entry<Standing, List<String>> each : STATUS) {
            Set<String> ids = new LinkedHashSet<>();
            for (String list : each.getValue()) {
                ids.addAll(Nodes.texts(status.path(list)));
            }
            if (!ids.isEmpty()) {
                draft.standing(each.getKey());
                for (String id : ids) {
                    draft.component(products.product(id));
                }
                return;
            }
        }
    }
}
