package org.sekisho.persistence.assurance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.pack.PackScope;
import org.sekisho.domain.assurance.pack.PackSection.Sink;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.ReportContentJson;
import org.sekisho.domain.report.RevisionContent;
import org.sekisho.domain.report.redaction.Masking;
import org.sekisho.domain.vault.Vault;
import org.sekisho.persistence.assurance.ReportRecords.SealedText;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;
import org.sekisho.persistence.shared.Sql.Statement;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;
import org.sekisho.proof.json.JsonString;

/**
 * Reads the reports of one pack, as its auditor may read them. What is kept of all of them at once is their ids; everything else is read
 * in pages of reports, and contents by their size.
 */
final class ReportReader {

    private static final int PAGE = 500;

    /** Of sealed contents that are opened together. */
    private static final long CONTENTS_AT_ONCE = 4L * 1024 * 1024;

    /**
     * The audited organisation's reports that were under way in the period: received before its end, and not put away before it began
     * unless something came of them in it.
     */
    private static final String UNDER_WAY =
            """
            select r.id, r.received_at from report r
            where r.agreement_id = :agreement and r.organisation_id = :party and r.received_at < :until
              and (r.received_at, r.id) > (:afterTime, :afterId)
              and (exists (select from report_step s where s.report_id = r.id and s.taken_at >= :from and s.taken_at < :until)
                   or (select s.state from report_step s where s.report_id = r.id and s.taken_at < :from
                       order by s.taken_at desc, s.id desc limit 1) not in ('CLOSED', 'REJECTED', 'DUPLICATE')
                   or exists (select from report_release l where l.report_id = r.id and l.requested_at < :until
                              and (l.state_at >= :from
                                   or exists (select from report_release_receipt x where x.release_id = l.id
                                              and x.confirmed_at >= :from and x.confirmed_at < :until)))
                   or exists (select from embargo e where e.report_id = r.id and e.proposed_at < :until
                              and (e.state = 'IN_EFFECT' or e.state_at >= :from))
                   or exists (select from disclosure_case d where d.report_id = r.id and d.opened_at < :until
                              and (d.state in ('PREPARED', 'NOTIFIED', 'COORDINATED') or d.state_at >= :from))
                   or exists (select from escalation e where e.report_id = r.id and e.opened_at < :until
                              and (e.state <> 'STOOD_DOWN' or e.state_at >= :from)))
            order by r.received_at, r.id limit
            """
                    + PAGE;

    private static final UUID FIRST = new UUID(0, 0);

    private final Sql sql;
    private final PackScope scope;
    private final Vault vault;
    private final Masking masking;
    private final List<UUID> reports = new ArrayList<>();

    ReportReader(Sql sql, PackScope scope, Vault vault, Masking masking) {
        this.sql = sql;
        this.scope = scope;
        this.vault = vault;
        this.masking = masking;
        findReports();
    }

    private void findReports() {
        Instant time = Instant.EPOCH;
        UUID last = FIRST;
        List<Received> page;
        do {
            page = RecordFile.statement(sql, scope, UNDER_WAY)
                    .with("afterTime", time)
                    .with("afterId", last)
                    .list(row -> new Received(row.id(0), row.instant(1)));
            for (Received each : page) {
                reports.add(each.id());
                time = each.at();
                last = each.id();
            }
        } while (page.size() == PAGE);
    }

    /** Writes records as JSON Lines and as a table. */
    void write(Sink sink, ReportRecords records) {
        sink.jsonLines(records.name() + ".jsonl", rows -> eachRecord(records, rows));
        sink.csv(
                records.name() + ".csv",
                records.header(),
                rows -> eachRecord(records, record -> rows.accept(RecordFile.cells(records.header(), record))));
    }

    /** Every record, in the order in which the reports arrived. */
    void eachRecord(ReportRecords records, Consumer<? super JsonObject> consumer) {
        eachPage(page -> page(records, page).forEach(consumer));
    }

    /** Ids of reports in the order of their arrival, some at a time. */
    void eachPage(Consumer<List<UUID>> consumer) {
        for (int from = 0; from < reports.size(); from += PAGE) {
            consumer.accept(reports.subList(from, Math.min(from + PAGE, reports.size())));
        }
    }

    /** The records of some reports. */
    List<JsonObject> page(ReportRecords records, List<UUID> of) {
        String query = records.query();
        Statement statement = RecordFile.statement(sql, scope, query).with("reports", Sql.ids(of));
        return statement.list(row -> {
            JsonObject record = masked(object(row.text(0)), records.written());
            return records.sealed().map(words -> opened(record, words, row)).orElse(record);
        });
    }

    private JsonObject masked(JsonObject record, Set<String> written) {
        if (written.isEmpty()) {
            return record;
        }
        JsonObject.Builder masked = JsonObject.builder();
        record.members()
                .forEach((name, value) -> masked.put(
                        name,
                        written.contains(name) && value instanceof JsonString text
                                ? new JsonString(masking.text(text.value()))
                                : value));
        return masked.build();
    }

    private JsonObject opened(JsonObject record, SealedText sealed, Row row) {
        Optional<String> text = row.isNull(1)
                ? Optional.empty()
                : Optional.of(vault.openText(new Vault.Place(sealed.place(), row.id(2), row.id(3)), row.bytes(1)));
        if (sealed.isReason()) {
            return with(record, ReportRecords.REASON, text.map(masking::text).orElse(null));
        }
        Optional<JsonObject> words = text.map(ReportReader::object);
        JsonObject more = record;
        for (String member : sealed.members()) {
            more = with(
                    more,
                    member,
                    words.map(each -> masking.text(each.string(member))).orElse(null));
        }
        return more;
    }

    /** What some revisions say, as it was written and hashed, in their order. */
    void eachContent(List<UUID> revisions, Consumer<Content> consumer) {
        Map<UUID, Long> sizes = new HashMap<>();
        sql.query(
                        """
                        select c.revision_id, octet_length(c.sealed) from report_content c
                        where c.revision_id = any (cast(string_to_array(:revisions, ',') as uuid[]))
                        """)
                .with("revisions", Sql.ids(revisions))
                .list(row -> sizes.put(row.id(0), row.number(1)));
        List<UUID> batch = new ArrayList<>();
        long size = 0;
        for (UUID each : revisions) {
            long next = Optional.ofNullable(sizes.get(each)).orElse(0L);
            if (size + next > CONTENTS_AT_ONCE && !batch.isEmpty()) {
                open(batch, consumer);
                batch.clear();
                size = 0;
            }
            batch.add(each);
            size += next;
        }
        open(batch, consumer);
    }

    private void open(List<UUID> revisions, Consumer<Content> consumer) {
        Map<UUID, Content> opened = new HashMap<>();
        sql.query(
                        """
                        select c.revision_id, c.organisation_id, c.sealed from report_content c
                        where c.revision_id = any (cast(string_to_array(:revisions, ',') as uuid[]))
                        """)
                .with("revisions", Sql.ids(revisions))
                .list(row -> opened.put(
                        row.id(0),
                        new Content(
                                row.id(0), vault.openText(RevisionContent.place(row.id(0), row.id(1)), row.bytes(2)))));
        revisions.stream()
                .flatMap(each -> Optional.ofNullable(opened.get(each)).stream())
                .forEach(consumer);
    }

    /** The content as the auditor reads it; the very text that was hashed where nothing in it is masked. */
    String masked(Content content) {
        ReportContent written = ReportContentJson.read(content.canonical());
        ReportContent read = masking.content(written).content();
        return read == written ? content.canonical() : read.canonical();
    }

    /** The record of a release with what it said, as the auditor reads it. */
    JsonObject rendered(JsonObject release, Content content) {
        JsonObject.Builder more = JsonObject.builder();
        release.members().forEach(more::put);
        return more.put("content", object(masked(content))).build();
    }

    /** A title as the auditor reads it. */
    String title(Content content) {
        return masking.text(object(content.canonical()).string("title"));
    }

    private static JsonObject object(String text) {
        if (JsonReader.read(text, ReportContentJson.LIMIT) instanceof JsonObject object) {
            return object;
        }
        throw new IllegalStateException("A row is an object");
    }

    /** The same record with one more member. */
    static JsonObject with(JsonObject record, String name, @Nullable String value) {
        JsonObject.Builder more = JsonObject.builder();
        record.members().forEach(more::put);
        return more.put(name, value).build();
    }

    /**
     * What a revision says.
     *
     * @param canonical the canonical JSON whose hash the revision has
     */
    record Content(UUID revision, String canonical) {}

    private record Received(UUID id, Instant at) {}
}
