package org.sekisho.domain.trail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Subject;
import org.sekisho.proof.hash.Commitment;
import org.sekisho.proof.hash.MerkleHash;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonString;

/**
 * One event of the trail with its leaf. The leaf is the RFC 8785 canonical JSON of
 * {@code {v,id,time,actor,organisation,act,subject,outcome,details}}; it holds strings, integers and lists of strings only, times in
 * UTC with six digits, and is at most {@link #LEAF_LIMIT} bytes long. A personal detail stands in it as
 * HMAC-SHA-256(32 random bytes, canonical value); the random bytes are kept apart and can be erased without breaking a proof.
 *
 * @param agreement the agreement that it concerns, where there is one
 * @param changes whether something was changed: what a reader of news looks for, without reads and decisions that were asked for
 * @param leaf the bytes that are hashed, kept and proven; they never change
 * @param leafHash SHA-256(0x00 || leaf), RFC 6962 section 2.1
 * @param openings what opens the commitments, by the name of the detail
 * @param material the details themselves, canonical, where they were too large and the leaf holds only their hash
 */
public record TrailEvent(
        UUID id,
        Instant time,
        String actor,
        Optional<UUID> organisation,
        String act,
        Optional<Subject> subject,
        Outcome outcome,
        Optional<UUID> agreement,
        boolean changes,
        byte[] leaf,
        byte[] leafHash,
        Map<String, Opening> openings,
        Optional<byte[]> material) {

    /** The most bytes of a leaf. */
    public static final int LEAF_LIMIT = 16 * 1024;
    /** The version of the leaf's form. */
    public static final long FORM = 1;

    /** The detail that lists what happened in the act, in the past tense. */
    public static final String EVENTS = "events";
    /** The detail that holds the commitments to personal details. */
    public static final String COMMITMENTS = "commitments";

    /** The detail that names the agreement which the event concerns, where its subject isn't one. */
    public static final String AGREEMENT = "agreement";
    /** The only detail of a leaf whose details were too large for it: their hash. */
    public static final String SHA256 = "sha256";

    private static final DateTimeFormatter SIX_DIGITS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** What opens one commitment: the random key and the value. */
    public record Opening(byte[] key, String value) {}

    /** What a leaf is made of, before it is made. */
    public record Draft(
            Instant time,
            String actor,
            Optional<UUID> organisation,
            String act,
            Optional<Subject> subject,
            Outcome outcome,
            SortedMap<String, Object> details,
            SortedMap<String, String> personal) {}

    /** Makes the event: gives it an id, commits to the personal details, and fixes the leaf. */
    public static TrailEvent of(Draft draft) {
        UUID id = Ids.next();
        Instant time = draft.time().truncatedTo(ChronoUnit.MICROS);
        Map<String, Opening> openings = new LinkedHashMap<>();
        JsonObject.Builder details = JsonObject.builder();
        draft.details().forEach((key, value) -> put(details, key, value));
        if (!draft.personal().isEmpty()) {
            JsonObject.Builder commitments = JsonObject.builder();
            draft.personal().forEach((key, value) -> {
                Commitment commitment = Commitment.create(new JsonString(value));
                commitments.put(key, HexFormat.of().formatHex(commitment.digest()));
                openings.put(key, new Opening(commitment.key(), value));
            });
            details.put(COMMITMENTS, commitments.build());
        }
        JsonObject open = details.build();
        byte[] leaf = leaf(id, time, draft, open);
        Optional<byte[]> material = Optional.empty();
        if (leaf.length > LEAF_LIMIT) {
            byte[] large = CanonicalJson.write(open);
            material = Optional.of(large);
            leaf = leaf(
                    id,
                    time,
                    draft,
                    JsonObject.builder().put(SHA256, Sha256.hex(large)).build());
        }
        return new TrailEvent(
                id,
                time,
                draft.actor(),
                draft.organisation(),
                draft.act(),
                draft.subject(),
                draft.outcome(),
                TrailColumns.agreement(subject(draft), open),
                TrailColumns.changes(draft.outcome().word(), open),
                leaf,
                MerkleHash.leaf(leaf),
                openings,
                material);
    }

    private static String subject(Draft draft) {
        return draft.subject().map(Subject::toString).orElse("");
    }

    private static byte[] leaf(UUID id, Instant time, Draft draft, JsonObject details) {
        return CanonicalJson.write(JsonObject.builder()
                .put("v", FORM)
                .put("id", id.toString())
                .put("time", SIX_DIGITS.format(time))
                .put("actor", draft.actor())
                .put("organisation", draft.organisation().map(UUID::toString).orElse(""))
                .put("act", draft.act())
                .put("subject", subject(draft))
                .put("outcome", draft.outcome().word())
                .put("details", details)
                .build());
    }

    private static void put(JsonObject.Builder details, String key, Object value) {
        if (value instanceof Long number) {
            details.put(key, number);
        } else if (value instanceof List<?> list) {
            details.put(
                    key, JsonArray.ofStrings(list.stream().map(String::valueOf).toList()));
        } else {
            details.put(key, String.valueOf(value));
        }
    }
}
