package org.sekisho.ejb.report.intake;

import java.util.Optional;
import java.util.function.Function;
import org.sekisho.domain.report.intake.FindingDraft;
import org.sekisho.domain.report.intake.Fingerprint;
import org.sekisho.domain.report.intake.IntakeLimits;
import org.sekisho.domain.report.intake.RejectReason;
import org.sekisho.domain.report.intake.SourceFormat;
import tools.jackson.databind.JsonNode;

/** Reads a record of the Open Source Vulnerability format 1.x: the document is the item. */
public final class OsvReader extends DocumentReader {

    public OsvReader(IntakeLimits limits) {
        super(SourceFormat.OSV, limits);
    }

    @Override
    SchemaCheck schema(JsonNode document) {
        if (!document.has("id") || !document.has("modified")) {
            throw wrongFormat();
        }
        return Schemas.SHARED.osv();
    }

    @Override
    String list() {
        return "";
    }

    @Override
    Function<JsonNode, Item> items(JsonNode document) {
        return OsvReader::item;
    }

    private static Item item(JsonNode record) {
        if (!Nodes.text(record, "withdrawn").isEmpty()) {
            return Item.rejected(RejectReason.WITHDRAWN);
        }
        String id = Nodes.text(record, "id");
        String database = id.contains("-") ? id.substring(0, id.indexOf('-')) : "";
        FindingDraft draft = new FindingDraft(FindingDraft.tool(database, Nodes.text(record, "modified"), id))
                .title(Nodes.text(record, "summary"))
                .title(id)
                .text(Nodes.text(record, "details"))
                .identifier(id);
        Nodes.texts(record.path("aliases")).forEach(draft::identifier);
        Nodes.texts(record.path("upstream")).forEach(draft::identifier);
        Nodes.texts(record.path("database_specific").path("cwe_ids")).forEach(draft::weakness);
        severities(draft, record);
        for (JsonNode affected : record.path("affected")) {
            JsonNode packaged = affected.path("package");
            draft.component(
                    Nodes.text(packaged, "name"),
                    String.join(", ", Nodes.texts(affected.path("versions"))),
                    Nodes.first(Nodes.text(packaged, "purl"), Nodes.text(packaged, "ecosystem")));
            severities(draft, affected);
            for (JsonNode range : affected.path("ranges")) {
                draft.location(Nodes.text(range, "repo"), 0, "");
            }
        }
        for (JsonNode each : record.path("references")) {
            draft.reference(Nodes.text(each, "url"), Nodes.text(each, "type"));
        }
        return Item.of(
                draft.build(Fingerprint.of(SourceFormat.OSV).with("id", id).build()));
    }

    private static void severities(FindingDraft draft, JsonNode holder) {
        for (JsonNode each : holder.path("severity")) {
            draft.vector(Nodes.text(each, "score"), Optional.empty());
        }
    }
}
