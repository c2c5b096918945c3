package org.sekisho.ejb.assurance.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sekisho.domain.assurance.control.OscalCatalogue;
import org.sekisho.domain.assurance.control.OscalIds;
import org.sekisho.ejb.assurance.control.AssessedAudit.Party;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonObject;

/** What assessment results are and who has to do with them. One organisation may stand in several roles; it is named once. */
final class AssessmentMetadata {

    /** OSCAL's own word for whoever assesses. */
    static final String ASSESSOR = "assessor";

    private static final String RESPONSIBLE = "responsible-party";
    private static final String COMMISSIONER = "commissioning-party";

    private final AssessedAudit audit;
    private final BothLanguages words;
    private final List<JsonObject> roles = new ArrayList<>();
    private final List<JsonObject> responsible = new ArrayList<>();
    private final SortedMap<String, JsonObject> parties = new TreeMap<>();

    private AssessmentMetadata(AssessedAudit audit, BothLanguages words) {
        this.audit = audit;
        this.words = words;
    }

    static JsonObject of(AssessedAudit audit, BothLanguages words) {
        return new AssessmentMetadata(audit, words).write();
    }

    private JsonObject write() {
        party(RESPONSIBLE, audit.audited());
        party(COMMISSIONER, audit.owner());
        audit.firm().ifPresent(firm -> party(ASSESSOR, firm));
        return JsonObject.builder()
                .put(
                        "title",
                        words.text("document.oscal.title", Map.of("number", AssessmentResults.line(audit.number()))))
                .put("last-modified", audit.modified().toString())
                .put("version", audit.modified().toString())
                .put("oscal-version", OscalCatalogue.OSCAL_VERSION)
                .put("roles", JsonArray.of(roles))
                .put("parties", JsonArray.of(List.copyOf(parties.values())))
                .put("responsible-parties", JsonArray.of(responsible))
                .build();
    }

    private void party(String role, Party party) {
        String id = OscalIds.of(party.id()).toString();
        roles.add(JsonObject.builder()
                .put("id", role)
                .put("title", words.text("document.oscal.role." + role))
                .build());
        responsible.add(JsonObject.builder()
                .put("role-id", role)
                .put("party-uuids", JsonArray.ofStrings(List.of(id)))
                .build());
        parties.put(
                id,
                JsonObject.builder()
                        .put("uuid", id)
                        .put("type", "organization")
                        .put("name", AssessmentResults.line(BothLanguages.name(party.name())))
                        .build());
    }
}
