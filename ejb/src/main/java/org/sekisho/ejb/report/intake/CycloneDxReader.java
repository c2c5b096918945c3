package org.sekisho.ejb.report.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.sekisho.domain.report.intake.Finding.Standing;
import org.sekisho.domain.report.intake.Finding.Tool;
import org.sekisho.domain.report.intake.FindingDraft;
import org.sekisho.domain.report.intake.Fingerprint;
import org.sekisho.domain.report.intake.IntakeLimits;
import org.sekisho.domain.report.intake.RejectReason;
import org.sekisho.domain.report.intake.SourceFormat;
import tools.jackson.databind.JsonNode;

/** Reads the vulnerabilities of CycloneDX 1.4 to 1.6 with what VEX says of them. */
public final class CycloneDxReader extends DocumentReader {

    private static final Set<String> VERSIONS = Set.of("1.4", "1.5", "1.6");

    public CycloneDxReader(IntakeLimits limits) {
        super(SourceFormat.CYCLONEDX, limits);
    }

    @Override
    SchemaCheck schema(JsonNode document) {
        if (!Nodes.text(document, "bomFormat").equals("CycloneDX")) {
            throw wrongFormat();
        }
        String version = Nodes.text(document, "specVersion");
        if (!VERSIONS.contains(version)) {
            throw wrongVersion(version);
        }
        return Schemas.SHARED.cycloneDx(version);
    }

    @Override
    String list() {
        return "/vulnerabilities";
    }

    @Override
    Function<JsonNode, Item> items(JsonNode document) {
        Map<String, JsonNode> components = new HashMap<>();
        component(components, document.path("metadata").path("component"));
        document.path("components").forEach(each -> component(components, each));
        document.path("services").forEach(each -> component(components, each));
        Tool tool = tool(document);
        return vulnerability -> item(vulnerability, components, tool);
    }

    private static Tool tool(JsonNode document) {
        JsonNode tools = document.path("metadata").path("tools");
        JsonNode first =
                tools.isArray() ? tools.path(0) : tools.path("components").path(0);
        return FindingDraft.tool(
                Nodes.text(first, "name"), Nodes.text(first, "version"), Nodes.text(document, "serialNumber"));
    }

    /** As deep as a document may be. */
    private static void component(Map<String, JsonNode> components, JsonNode component) {
        components.putIfAbsent(Nodes.text(component, "bom-ref"), component);
        component.path("components").forEach(each -> component(components, each));
    }

    private static Item item(JsonNode vulnerability, Map<String, JsonNode> components, Tool tool) {
        JsonNode analysis = vulnerability.path("analysis");
        String state = Nodes.text(analysis, "state");
        if (!Nodes.text(vulnerability, "rejected").isEmpty()) {
            return Item.rejected(RejectReason.WITHDRAWN);
        }
        String id = Nodes.text(vulnerability, "id");
        FindingDraft draft = new FindingDraft(tool)
                .identifier(id)
                .standing(standing(state))
                .title(Nodes.text(vulnerability, "description"))
                .text(Nodes.text(vulnerability, "description"))
                .text(Nodes.text(vulnerability, "detail"))
                .text(Nodes.text(analysis, "detail"))
                .remedy(Nodes.text(vulnerability, "recommendation"))
                .remedy(Nodes.text(vulnerability, "workaround"));
        proof(draft, vulnerability.path("proofOfConcept"));
        for (JsonNode each : vulnerability.path("references")) {
            draft.identifier(Nodes.text(each, "id"));
        }
        for (JsonNode each : vulnerability.path("cwes")) {
            draft.weakness("CWE-" + each.asString());
        }
        for (JsonNode each : vulnerability.path("ratings")) {
            draft.vector(Nodes.text(each, "vector"), Nodes.score(each.path("score")));
        }
        for (JsonNode each : vulnerability.path("advisories")) {
            draft.reference(Nodes.text(each, "url"), Nodes.text(each, "title"));
        }
        List<String> concerned = new ArrayList<>();
        for (JsonNode each : vulnerability.path("affects")) {
            String reference = Nodes.text(each, "ref");
            JsonNode component = components.getOrDefault(reference, each);
            String purl = Nodes.text(component, "purl");
            draft.component(
                    Nodes.first(Nodes.text(component, "name"), reference),
                    Nodes.text(component, "version"),
                    Nodes.first(purl, Nodes.text(component, "cpe")));
            concerned.add(Nodes.first(purl, reference));
        }
        Fingerprint.Parts parts = Fingerprint.of(SourceFormat.CYCLONEDX)
                .with("source", Nodes.text(vulnerability.path("source"), "name"))
                .with("id", id);
        concerned.stream().sorted().forEach(each -> parts.with("component", each));
        if (id.isEmpty()) {
            parts.with("description", Nodes.text(vulnerability, "description"));
        }
        return Item.of(draft.build(parts.build()));
    }

    /** Under the names that the format has for them; what is encoded is no text. */
    private static void proof(FindingDraft draft, JsonNode proof) {
        draft.exhibit("proofOfConcept.reproductionSteps", Nodes.text(proof, "reproductionSteps"))
                .exhibit("proofOfConcept.environment", Nodes.text(proof, "environment"));
        for (JsonNode each : proof.path("supportingMaterial")) {
            if (!each.has("encoding")) {
                draft.code("proofOfConcept.supportingMaterial", Nodes.text(each, "content"));
            }
        }
    }

    private static Standing standing(String state) {
        return switch (state) {
            case "exploitable" -> Standing.AFFECTED;
            case "in_triage" -> Standing.UNDER_INVESTIGATION;
            case "resolved", "resolved_with_pedigree" -> Standing.FIXED;
            case "not_affected", "false_positive" -> Standing.NOT_AFFECTED;
            default -> Standing.UNSAID;
        };
    }
}
