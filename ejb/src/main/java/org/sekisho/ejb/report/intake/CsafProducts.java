package org.sekisho.ejb.report.intake;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The products of a CSAF document by their ids: name, version, and purl or CPE (section 3.2.2). */
final class CsafProducts {

    private final Map<String, String[]> products = new HashMap<>();

    CsafProducts(JsonNode tree) {
        branches(tree.path("branches"), "");
        for (JsonNode each : tree.path("full_product_names")) {
            add(each, "");
        }
        for (JsonNode each : tree.path("relationships")) {
            add(each.path("full_product_name"), "");
        }
    }

    /** Name, version and identifier of each. */
    Map<String, String[]> byId() {
        return products;
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
                Nodes.text(product, "product_id"), new String[] {Nodes.text(product, "name"), version, identifier});
    }
}
