package org.sekisho.ejb.report.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sekisho.domain.report.intake.FindingDraft;
import org.sekisho.domain.report.intake.Fingerprint;
import org.sekisho.domain.report.intake.IntakeLimits;
import org.sekisho.domain.report.intake.RejectReason;
import org.sekisho.domain.report.intake.SourceFormat;
import tools.jackson.databind.JsonNode;

/** Reads a record of the CVE Record Format 5.x: the document is the item; what authorised publishers add counts with the CNA's words. */
public final class CveReader extends DocumentReader {

    private static final List<String> METRICS = List.of("cvssV4_0", "cvssV3_1", "cvssV3_0", "cvssV2_0");

    public CveReader(IntakeLimits limits) {
        super(SourceFormat.CVE, limits);
    }

    @Override
    SchemaCheck schema(JsonNode document) {
        if (!Nodes.text(document, "dataType").equals("CVE_RECORD")) {
            throw wrongFormat();
        }
        String version = Nodes.text(document, "dataVersion");
        if (!version.startsWith("5.")) {
            throw wrongVersion(version);
        }
        return Schemas.SHARED.cve();
    }

    @Override
    String list() {
        return "";
    }

    @Override
    Function<JsonNode, Item> items(JsonNode document) {
        return CveReader::item;
    }

    private static Item item(JsonNode record) {
        JsonNode head = record.path("cveMetadata");
        if (Nodes.text(head, "state").equals("REJECTED")) {
            return Item.rejected(RejectReason.WITHDRAWN);
        }
        String id = Nodes.text(head, "cveId");
        FindingDraft draft = new FindingDraft(FindingDraft.tool(
                        Nodes.first(Nodes.text(head, "assignerShortName"), Nodes.text(head, "assignerOrgId")),
                        Nodes.text(record, "dataVersion"),
                        id))
                .identifier(id);
        List<JsonNode> containers = new ArrayList<>();
        containers.add(record.path("containers").path("cna"));
        record.path("containers").path("adp").forEach(containers::add);
        containers.forEach(each -> container(draft, each));
        draft.title(id);
        return Item.of(
                draft.build(Fingerprint.of(SourceFormat.CVE).with("cve", id).build()));
    }

    private static void container(FindingDraft draft, JsonNode container) {
        draft.title(Nodes.text(container, "title"));
        for (JsonNode each : container.path("descriptions")) {
            draft.text(Nodes.text(each, "value"));
        }
        for (JsonNode type : container.path("problemTypes")) {
            for (JsonNode each : type.path("descriptions")) {
                draft.weakness(Nodes.text(each, "cweId"));
            }
        }
        for (JsonNode metric : container.path("metrics")) {
            for (String version : METRICS) {
                JsonNode cvss = metric.path(version);
                draft.vector(Nodes.text(cvss, "vectorString"), Nodes.score(cvss.path("baseScore")));
            }
        }
        for (JsonNode each : container.path("affected")) {
            affected(draft, each);
        }
        for (String list : List.of("solutions", "workarounds")) {
            for (JsonNode each : container.path(list)) {
                draft.remedy(Nodes.text(each, "value"));
            }
        }
        for (JsonNode each : container.path("exploits")) {
            draft.exhibit("exploits", Nodes.text(each, "value"));
        }
        for (JsonNode each : container.path("references")) {
            draft.reference(Nodes.text(each, "url"), Nodes.text(each, "name"));
        }
    }

    private static void affected(FindingDraft draft, JsonNode affected) {
        String name = Nodes.first(Nodes.text(affected, "product"), Nodes.text(affected, "packageName"));
        String vendor = Nodes.text(affected, "vendor");
        List<String> versions = affected.path("versions")
                .valueStream()
                .filter(each -> Nodes.text(each, "status").equals("affected"))
                .map(each -> Nodes.text(each, "version"))
                .toList();
        draft.component(
                vendor.isEmpty() ? name : vendor + " " + name,
                String.join(", ", versions),
                Nodes.first(
                        Nodes.text(affected, "packageURL"),
                        Nodes.texts(affected.path("cpes")).stream().findFirst().orElse("")));
    }
}
