package org.sekisho.domain.report.release;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sekisho.domain.agreement.clause.SensitiveMatter;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.ReportContentJson;
import org.sekisho.domain.shared.Checks;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;

/**
 * What a recipient gets to read: the masked content under its label, marked with for whom and when it was made. Whatever format it leaves
 * in is drawn from this.
 *
 * @param reference what the recipient names it by; it tells nothing about how many reports its owner has
 * @param source the owner's name, empty where the owner withholds it
 * @param recipient the name of the organisation that it was made for
 * @param people the names of those whom it is for; empty where it is for everyone who acts for the organisation
 * @param masked what was masked for this audience
 */
public record Rendering(
        String reference,
        Optional<String> source,
        String recipient,
        List<String> people,
        Tlp label,
        Instant madeAt,
        Set<SensitiveMatter> masked,
        ReportContent content) {

    /** The schema that {@link #canonical} writes. */
    public static final int SCHEMA = 1;

    private static final int NAME_LIMIT = 400;

    /** More names don't fit in the line at the foot of a page. */
    private static final int NAMES_IN_MARK = 2;

    /** For everyone who acts for the organisation. */
    public Rendering(
            String reference,
            Optional<String> source,
            String recipient,
            Tlp label,
            Instant madeAt,
            Set<SensitiveMatter> masked,
            ReportContent content) {
        this(reference, source, recipient, List.of(), label, madeAt, masked, content);
    }

    public Rendering {
        reference = Checks.requireText(reference, "reference", NAME_LIMIT);
        recipient = Checks.requireText(recipient, "recipient", NAME_LIMIT);
        people = List.copyOf(people);
        Checks.require(label, "label");
        masked = Set.copyOf(masked);
    }

    /** For whom it was made, in a line: the organisation, with the first of the people and how many more there are. */
    public String addressee() {
        if (people.isEmpty()) {
            return recipient;
        }
        String named = String.join(", ", people.subList(0, Math.min(NAMES_IN_MARK, people.size())));
        int more = people.size() - NAMES_IN_MARK;
        return recipient + ": " + named + (more > 0 ? " (+" + more + ")" : "");
    }

    /** Canonical JSON (RFC 8785): as it stands in the trail's hash, and as the recipient gets it in the format JSON. */
    public String canonical() {
        return CanonicalJson.text(JsonObject.builder()
                .put("schema", SCHEMA)
                .put("reference", reference)
                .put("source", source.orElse(null))
                .put("recipient", recipient)
                .put("people", JsonArray.ofStrings(people))
                .put("label", label.label())
                .put("madeAt", madeAt.toString())
                .put(
                        "masked",
                        JsonArray.ofStrings(
                                new TreeSet<>(masked).stream().map(Enum::name).toList()))
                .put("content", JsonReader.read(content.canonical(), ReportContentJson.LIMIT))
                .build());
    }

    /** In the format JSON. */
    public byte[] bytes() {
        return canonical().getBytes(StandardCharsets.UTF_8);
    }

    /** SHA-256 of bytes that are released, in lower-case hexadecimal: what approvals are bound to. */
    public static String hash(byte[] released) {
        return Sha256.hex(released);
    }
}
