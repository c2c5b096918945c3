package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.sekisho.domain.assurance.pack.PackLayout;
import org.sekisho.domain.assurance.pack.PackScope;
import org.sekisho.domain.assurance.pack.PackSection;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;
import org.sekisho.proof.pack.PackSamples;
import org.sekisho.proof.sample.PopulationList;

/**
 * The samples of the engagement, so that whoever has the pack draws them again. Of the test sheets it holds results and who prepared and
 * reviewed them; what the auditors wrote stays in their working papers.
 */
@ApplicationScoped
public class SamplePackSection implements PackSection {

    private static final String MEMBERS =
            """
            'sample', s.id, 'number', s.number, 'purpose', s.purpose, 'kind', s.kind, 'method', s.method, 'size', s.size,
            'periodFirst', s.period_first, 'periodLast', s.period_last, 'state', s.state, 'frozenBy', s.frozen_by_person_id,
            'frozenAt',\s"""
                    + ReportRecords.utc("s.frozen_at") + ", 'drawnAt', " + ReportRecords.utc("s.drawn_at")
                    + ", 'population', json_build_object('records', s.records, 'counted', s.counted, 'sha256', s.population_sha256)";

    static final String SAMPLES = "select s.id, s.number, cast(json_strip_nulls(json_build_object(" + MEMBERS
            + ")) as text), s.seed_size, s.seed_sha256, s.seed_note from audit_sample s"
            + " where s.engagement_id = :engagement order by s.number";

    static final String ITEMS =
            "select cast(json_strip_nulls(json_build_object('position', i.position, 'id', i.subject_id, 'stratum', i.stratum,"
                    + " 'reason', nullif(i.reason, ''), 'state', i.state, 'result', i.result, 'preparedBy', i.prepared_by_person_id,"
                    + " 'preparedAt', " + ReportRecords.utc("i.prepared_at")
                    + ", 'reviewedBy', i.judged_by_person_id, 'reviewedAt', "
                    + ReportRecords.utc("i.judged_at")
                    + ")) as text) from sample_item i where i.sample_id = :sample order by i.position";

    @Inject
    private Sql sql;

    @Override
    public String folder() {
        return PackLayout.SAMPLES;
    }

    @Override
    public void collect(PackScope scope, Sink sink) {
        List<Taken> samples =
                sql.query(SAMPLES).with("engagement", scope.engagement()).list(SamplePackSection::taken);
        for (Taken sample : samples) {
            String folder = sample.number() + "/";
            sink.document(
                    folder + PackSamples.POPULATION,
                    out -> out.write(population(sample.id()).bytes()));
            sink.json(folder + PackSamples.SAMPLE, with(sample.members(), items(sample.id())));
        }
    }

    private PopulationList population(UUID sample) {
        return new PopulationList(
                sql.query(SampleRows.POPULATION).with("sample", sample).list(SampleRows::item));
    }

    private List<JsonObject> items(UUID sample) {
        return sql.query(ITEMS).with("sample", sample).list(row -> object(row.text(0)));
    }

    private static Taken taken(Row row) {
        JsonObject members = object(row.text(2));
        return new Taken(row.id(0), row.number(1), row.isNull(3) ? members : withSeed(members, row));
    }

    private static JsonObject withSeed(JsonObject members, Row row) {
        JsonObject seed = JsonObject.builder()
                .put("checkpointSize", row.number(3))
                .put("sha256", row.text(4))
                .put("checkpoint", new String(row.bytes(5), StandardCharsets.UTF_8))
                .build();
        return builder(members).put("seed", seed).build();
    }

    private static JsonObject with(JsonObject members, List<JsonObject> items) {
        return builder(members).put("items", JsonArray.of(items)).build();
    }

    private static JsonObject.Builder builder(JsonObject members) {
        JsonObject.Builder builder = JsonObject.builder();
        members.members().forEach(builder::put);
        return builder;
    }

    private static JsonObject object(String json) {
        if (JsonReader.read(json) instanceof JsonObject object) {
            return object;
        }
        throw new IllegalStateException("A row is an object");
    }

    private record Taken(UUID id, long number, JsonObject members) {}
}
