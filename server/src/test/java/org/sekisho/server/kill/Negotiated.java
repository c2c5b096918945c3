package org.sekisho.server.kill;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.server.RestCaller;

/** Agreements of these tests' own, with the clauses of one that the demo has in force. */
final class Negotiated {

    /** One account of each party that signs. */
    static final List<String> SIGNATORIES =
            List.of("signatory@sekisho.example", "signatory@aoba.example", "signatory@provider.example");

    private static final JsonObject NOTHING = JsonObject.builder().build();

    private final RestCaller coordinator;
    private final Map<String, RestCaller> signatories;
    private final JsonObject content;

    Negotiated(RestCaller coordinator, Map<String, RestCaller> signatories) throws IOException, InterruptedException {
        this.coordinator = coordinator;
        this.signatories = signatories;
        JsonObject inForce = coordinator
                .get("agreements?state=IN_FORCE&party=aoba")
                .array("items")
                .objects()
                .get(0);
        this.content = coordinator.get(
                "agreements/" + inForce.string("id") + "/versions/" + inForce.integer("latest") + "/content");
    }

    /** An agreement whose round of negotiation is open; its id. */
    String open(String title) throws IOException, InterruptedException {
        JsonObject draft = JsonObject.builder()
                .put(
                        "title",
                        JsonObject.builder().put("en", title).put("ja", title).build())
                .put("institution", "aoba")
                .put("provider", "provider")
                .put("clauses", content.array("clauses"))
                .build();
        String agreement = coordinator.post("agreements", draft).string("id");
        String end = Clock.systemUTC().instant().plus(Duration.ofDays(2)).toString();
        coordinator.post(
                path(agreement, "negotiate"),
                JsonObject.builder().put("endsAt", end).build());
        return agreement;
    }

    /** An agreement that every party has approved and none has signed; its id. */
    String readyToSign(String title) throws IOException, InterruptedException {
        String agreement = open(title);
        coordinator.post(
                path(agreement, "negotiate"),
                JsonObject.builder().put("act", "close").build());
        coordinator.post(path(agreement, "open-signing"), NOTHING);
        JsonObject plan = JsonObject.builder()
                .put("levels", JsonArray.ofStrings(List.of("Head of risk")))
                .build();
        JsonObject decision = JsonObject.builder()
                .put("level", 1)
                .put("name", "Head of risk")
                .put("approved", true)
                .put(
                        "decidedOn",
                        Clock.systemUTC()
                                .instant()
                                .minus(Duration.ofDays(1))
                                .toString()
                                .substring(0, 10))
                .put("decisionNumber", "No. 7")
                .build();
        for (RestCaller party : signatories.values()) {
            party.post(path(agreement, "approvals"), plan);
            party.post(path(agreement, "approvals/levels"), decision);
        }
        return agreement;
    }

    static String path(String agreement, String act) {
        return "agreements/" + agreement + "/" + act;
    }
}
