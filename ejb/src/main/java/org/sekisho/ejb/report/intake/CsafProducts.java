package org.sekisho.ejb.report.intake;

import java.util.HashMap;
import java.util.Map;
import org.sekisho.domain.report.intake.Finding.Component;
import org.sekisho.domain.report.intake.FindingDraft;
import tools.jackson.databind.JsonNode;

/** The products of a CSAF document by their ids: name, version, and purl or CPE (section 3.2.2). */
final class CsafProducts {

    private final Map<String, Component> products = new HashMap<>();

    CsafProducts(JsonNode tree) {
        branches(tree.path("branches"), "");
        for (JsonNode each : tree.path("full_product_names")) {
            add(each, "");
        }
        for (JsonNode each : tree.path("relationships")) {
            add(each.path("full_product_name"), "");
        }
    }

    /** The product of an id; where the document doesn't describe it, one whose name is the id. */
    Component product(String id) {
        Component known = products.get(id);
        return known == null ? FindingDraft.product(id, "", "") : known;
    }

    /** As deep as a document may be. */
    private void branches(JsonNode branches, String version) {
        for (JsonNode each : branches) {
            String own = Nodes.text(each, "category").equals("product_version") ? Nodes.text(each, "name") : version;
            if (each.has("product")) {
                add(each.path("product"), own);
            }
            branches(each.path("branches"), own);
        }
    }

    private void add(JsonNode product, String version) {
        JsonNode helper = product.path("product_identification_helper");
        // 2.0 has one purl, 2.1 a list of them.
        String purl = Nodes.texts(helper.path("purls")).stream().findFirst().orElse(Nodes.text(helper, "purl"));
        String identifier = Nodes.first(purl, Nodes.text(helper, "cpe"));
        products.putIfAbsent(
                Nodes.text(product, "product_id"),
                FindingDraft.product(Nodes.text(product, "name"), version, identifier));
    }
}
