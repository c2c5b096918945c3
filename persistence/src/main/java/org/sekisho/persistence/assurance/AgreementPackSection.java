package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sekisho.domain.agreement.SignedDocument;
import org.sekisho.domain.agreement.SignedFile;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.pack.PackLayout;
import org.sekisho.domain.assurance.pack.PackScope;
import org.sekisho.domain.assurance.pack.PackSection;
import org.sekisho.domain.vault.ContentStore;
import org.sekisho.domain.vault.Vault.Place;
import org.sekisho.persistence.shared.Sql;

/**
 * The versions that were fixed and hadn't ended before the period, byte for byte as they were hashed and signed; signatures, with the
 * files of those made outside; the documents that the portal signed; environments. What parties wrote while they negotiated stays theirs.
 */
@ApplicationScoped
public class AgreementPackSection implements PackSection {

    private static final String OF_PERIOD =
            """
            v.agreement_id = :agreement and v.content_hash is not null and v.frozen_at < :until
                and (v.ended_at is null or v.ended_at >= :from)
            """;

    /** What the portal signed of the period's versions, whenever it did. */
    private static final String DOCUMENT_NAME =
            "'documents/version-' || cast(v.number as text) || '-' || lower(d.language) || '-signed.pdf'";

    private static final RecordFile VERSIONS = new RecordFile(
            "versions",
            List.of(
                    "version",
                    "state",
                    "sha256",
                    "fixedAt",
                    "governsFrom",
                    "firstDay",
                    "lastDay",
                    "governsSince",
                    "endedAt",
                    "endReason"),
            "select v.number as version, v.state, v.content_hash as sha256, "
                    + RecordFile.utc("v.frozen_at")
                    + "\"fixedAt\", v.governs_from as \"governsFrom\", v.first_day as \"firstDay\","
                    + " v.last_day as \"lastDay\", " + RecordFile.utc("v.governs_since") + "\"governsSince\", "
                    + RecordFile.utc("v.ended_at")
                    + "\"endedAt\", v.end_reason as \"endReason\" from agreement_version v where "
                    + OF_PERIOD + " order by v.number");

    private static final RecordFile PARTIES = new RecordFile(
            "parties",
            List.of("position", "role", "organisation", "kind", "nameEn", "nameJa", "sinceVersion", "untilVersion"),
            """
            select p.position, p.role, p.organisation_id as organisation, p.organisation_kind as kind, p.name_en as "nameEn",
                   p.name_ja as "nameJa", p.since_version as "sinceVersion", p.until_version as "untilVersion"
            from agreement_party p where p.agreement_id = :agreement order by p.position
            """);

    private static final RecordFile SIGNATURES = new RecordFile(
            "signatures",
            List.of(
                    "version",
                    "organisation",
                    "signer",
                    "method",
                    "sha256",
                    "signedOn",
                    "recordedAt",
                    "state",
                    "fileSha256",
                    "coordinatorConfirmedAt",
                    "partyConfirmedAt",
                    "endedAt",
                    "endReason"),
            "select v.number as version, s.organisation_id as organisation,"
                    + " s.signer_name as signer, s.method, s.content_hash as sha256, s.signed_on as \"signedOn\", "
                    + RecordFile.utc("s.recorded_at") + "\"recordedAt\", s.state, s.file_hash as \"fileSha256\", "
                    + RecordFile.utc("s.coordinator_confirmed_at") + "\"coordinatorConfirmedAt\", "
                    + RecordFile.utc("s.party_confirmed_at") + "\"partyConfirmedAt\", " + RecordFile.utc("s.ended_at")
                    + "\"endedAt\", s.end_reason as \"endReason\""
                    + " from agreement_signature s join agreement_version v on v.id = s.agreement_version_id where "
                    + OF_PERIOD
                    + " and s.recorded_at < :until order by v.number, s.recorded_at, s.id");

    private static final String SIGNED_FILES = "select f.id, f.organisation_id, f.blob, s.id, o.short_name from"
            + " agreement_signed_file f join agreement_signature s on s.id = f.signature_id join agreement_version v on"
            + " v.id = s.agreement_version_id join organisation o on o.id = s.organisation_id where "
            + OF_PERIOD + " and s.recorded_at < :until order by v.number, s.recorded_at, s.id";

    private static final RecordFile DOCUMENTS = new RecordFile(
            "signed-documents",
            List.of("file", "version", "language", "sha256", "contentSha256", "certificateSha256", "level", "madeAt"),
            "select " + DOCUMENT_NAME + " as file, v.number as version, d.language, d.sha256,"
                    + " d.content_hash as \"contentSha256\", d.certificate_sha256 as \"certificateSha256\","
                    + " case when d.time_stamped then 'B-T' else 'B-B' end as level, " + RecordFile.utc("d.made_at")
                    + "\"madeAt\" from agreement_document d"
                    + " join agreement_version v on v.id = d.agreement_version_id where " + OF_PERIOD
                    + " order by v.number, d.language");

    private static final String DOCUMENT_FILES = "select d.id, d.organisation_id, d.blob, " + DOCUMENT_NAME
            + " from agreement_document d join agreement_version v on v.id = d.agreement_version_id where "
            + OF_PERIOD + " order by v.number, d.language";

    /** Of the other parties only that they decided, and under which number: the levels are each party's own business. */
    private static final RecordFile APPROVALS = new RecordFile(
            "approvals",
            List.of("version", "organisation", "attempt", "sha256", "state", "decisionNumber", "plannedAt", "closedAt"),
            "select v.number as version, o.short_name as organisation, a.attempt,"
                    + " a.content_hash as sha256, a.state, a.decision_number as \"decisionNumber\", "
                    + RecordFile.utc("a.planned_at") + "\"plannedAt\", " + RecordFile.utc("a.closed_at")
                    + "\"closedAt\" from internal_approval a join agreement_version v on v.id = a.agreement_version_id"
                    + " join organisation o on o.id = a.organisation_id where " + OF_PERIOD
                    + " and a.planned_at < :until order by v.number, o.short_name, a.attempt");

    private static final RecordFile APPROVAL_LEVELS = new RecordFile(
            "approval-levels",
            List.of("version", "attempt", "position", "title", "approved", "name", "decidedOn", "remark", "recordedAt"),
            "select v.number as version, a.attempt, l.position, l.title, l.approved, l.name, l.decided_on as"
                    + " \"decidedOn\", l.remark, " + RecordFile.utc("l.recorded_at")
                    + "\"recordedAt\" from internal_approval_level l"
                    + " join internal_approval a on a.id = l.internal_approval_id"
                    + " join agreement_version v on v.id = a.agreement_version_id where " + OF_PERIOD
                    + " and a.organisation_id = :party and a.planned_at < :until order by v.number, a.attempt,"
                    + " l.position");

    private static final RecordFile ENVIRONMENTS = new RecordFile(
            "environments",
            List.of(
                    "environment",
                    "attestedBy",
                    "document",
                    "documentSha256",
                    "firstDay",
                    "validUntil",
                    "state",
                    "proposedAt",
                    "decidedAt",
                    "withdrawnAt",
                    "reason"),
            "select e.environment_code as environment, o.short_name as \"attestedBy\", e.document_reference as"
                    + " document, e.document_hash as \"documentSha256\", e.first_day as \"firstDay\", e.valid_until as"
                    + " \"validUntil\", e.state, " + RecordFile.utc("e.proposed_at")
                    + "\"proposedAt\", "
                    + RecordFile.utc("e.decided_at") + "\"decidedAt\", " + RecordFile.utc("e.withdrawn_at")
                    + "\"withdrawnAt\", e.reason from environment_attestation e join organisation o on o.id ="
                    + " e.attested_by_organisation_id where e.agreement_id = :agreement and e.first_day <= :last and"
                    + " e.valid_until >= :first and e.proposed_at < :until order by e.environment_code, e.proposed_at,"
                    + " e.id");

    @Inject
    private Sql sql;

    @Inject
    private ContentStore store;

    @Override
    public String folder() {
        return PackLayout.AGREEMENT;
    }

    @Override
    public void collect(PackScope scope, Sink sink) {
        if (scope.agreement().isEmpty()) {
            return;
        }
        if (scope.holds(EvidenceSection.AGREEMENT)) {
            contents(scope, sink);
            VERSIONS.write(sink, sql, scope);
            PARTIES.write(sink, sql, scope);
            SIGNATURES.write(sink, sql, scope);
            signedFiles(scope, sink);
            DOCUMENTS.write(sink, sql, scope);
            signedDocuments(scope, sink);
            APPROVALS.write(sink, sql, scope);
            APPROVAL_LEVELS.write(sink, sql, scope);
        }
        if (scope.holds(EvidenceSection.ENVIRONMENTS)) {
            ENVIRONMENTS.write(sink, sql, scope);
        }
    }

    /** No line feed is added: the SHA-256 of each file is the hash that was signed. */
    private void contents(PackScope scope, Sink sink) {
        String query = "select v.number, c.text from agreement_version v join agreement_content c on c.id ="
                + " v.agreement_content_id where "
                + OF_PERIOD + " order by v.number";
        RecordFile.statement(sql, scope, query)
                .list(row -> new Content((int) row.number(0), row.text(1)))
                .forEach(content -> sink.document(
                        "version-" + content.number() + ".json",
                        out -> out.write(content.text().getBytes(StandardCharsets.UTF_8))));
    }

    /** As they were handed in: the SHA-256 of each stands with its signature. They are sealed again, for the audit firm. */
    private void signedFiles(PackScope scope, Sink sink) {
        RecordFile.statement(sql, scope, SIGNED_FILES)
                .list(row -> new Signed(
                        new Place(SignedFile.TABLE, row.id(0), row.id(1)),
                        row.text(2),
                        "signed/" + PackLayout.name(row.id(3), row.text(4), "pdf")))
                .forEach(signed -> write(signed, sink));
    }

    /** As the portal signed them: the SHA-256 of each stands in the list of them. */
    private void signedDocuments(PackScope scope, Sink sink) {
        RecordFile.statement(sql, scope, DOCUMENT_FILES)
                .list(row ->
                        new Signed(new Place(SignedDocument.TABLE, row.id(0), row.id(1)), row.text(2), row.text(3)))
                .forEach(signed -> write(signed, sink));
    }

    private void write(Signed signed, Sink sink) {
        sink.document(signed.name(), out -> {
            try (InputStream file = store.open(signed.place(), signed.blob())) {
                file.transferTo(out);
            }
        });
    }

    private record Content(int number, String text) {}

    private record Signed(Place place, String blob, String name) {}
}
