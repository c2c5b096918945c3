package org.sekisho.domain.report;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.vault.Vault;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonArray;

/**
 * What the rows of a report that is yet to be will hold, so that a hundred thousand of them are made by a few statements, without an
 * object each. A report that is made of it is the same as one made by {@link Report#Report}.
 *
 * @param step the id of its first step
 * @param rating the id of its first rating
 * @param sha256 of its first revision
 * @param sealed what the first revision says, as {@link RevisionContent} seals it
 * @param markers a list of kind and value each, as JSON
 */
public record ReportDraft(
        UUID report, UUID revision, UUID step, UUID rating, String sha256, byte[] sealed, String markers) {

    /**
     * Drafts the report of an organisation.
     *
     * @throws org.sekisho.domain.shared.Refusal {@link ReportError#CONTENT_MALFORMED} where the content is too large
     */
    public static ReportDraft of(UUID organisation, ReportContent content, Vault vault) {
        UUID revision = Ids.next();
        byte[] canonical = content.canonical().getBytes(StandardCharsets.UTF_8);
        List<JsonArray> markers = ReportMarker.of(organisation, content).stream()
                .sorted(Comparator.comparing(ReportMarker::kind).thenComparing(ReportMarker::value))
                .map(each -> JsonArray.ofStrings(List.of(each.kind().name(), each.value())))
                .toList();
        return new ReportDraft(
                Ids.next(),
                revision,
                Ids.next(),
                Ids.next(),
                Sha256.hex(canonical),
                vault.seal(RevisionContent.place(revision, organisation), canonical),
                CanonicalJson.text(JsonArray.of(markers)));
    }
}
