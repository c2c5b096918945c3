package org.sekisho.persistence.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.provisioning.ImportColumn;
import org.sekisho.domain.party.provisioning.ImportRun;
import org.sekisho.domain.party.provisioning.ImportRuns;
import org.sekisho.domain.party.provisioning.ImportState;
import org.sekisho.domain.party.provisioning.LineOutcome;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.Entities;
import org.sekisho.persistence.shared.Keyset;
import org.sekisho.persistence.shared.Keyset.Sort;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonNumber;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;
import org.sekisho.proof.json.JsonString;

/** Imports of people as rows. */
@ApplicationScoped
public class ImportRunRows implements ImportRuns {

    /** Lines of one run share its id: each sort ends in the line, which tells them apart. */
    private static final Sort LINE = new Sort("l.line", "integer", false);

    private static final String THEN_LINE = " || lpad(cast(l.line as text), 10, '0')";
    private static final Keyset KEYSET = new Keyset(
            "l.run_id",
            LINE,
            Map.of(
                    "line", LINE,
                    "email", Sort.text("l.email" + THEN_LINE),
                    "result", Sort.text("l.result" + THEN_LINE)));

    private static final String VIEW =
            """
            i.id, i.file_name, i.state, i.total, case when i.state = 'DONE' then i.total else i.processed end, i.created, i.updated,
            i.unchanged, i.rejected, i.failure, i.checked_at, i.begun_at, i.finished_at, i.progressed_at, i.content is not null
            """;
    private static final String SOURCE = "from people_import i where true";
    private static final Sort CHECKED = Sort.latest("i.checked_at");
    private static final Keyset RUNS = new Keyset(
            "i.id",
            CHECKED,
            Map.of(
                    "checked",
                    CHECKED,
                    "file",
                    Sort.text("lower(i.file_name)"),
                    "lines",
                    new Sort("i.total", "integer", false),
                    "state",
                    Sort.text("i.state")));

    @Inject
    private Entities entities;

    @Inject
    private Sql sql;

    @Override
    public ImportRun require(UUID id) {
        return entities.require(ImportRun.class, id);
    }

    @Override
    public void add(ImportRun run) {
        sql.query("update people_import set content = null where person_id = :person and state <> 'RUNNING'")
                .with("person", run.person())
                .run();
        entities.add(run);
        entities.flush();
    }

    /** One statement for all lines, as JSON: a statement a line would be ten thousand. */
    @Override
    public void keepLines(UUID run, List<LineOutcome> lines) {
        sql.query("delete from people_import_line where run_id = :run")
                .with("run", run)
                .run();
        JsonArray rows = JsonArray.of(lines.stream().map(ImportRunRows::json).toList());
        sql.query(
                        """
                        insert into people_import_line (run_id, line, result, email, import_column, code, parameters)
                        select :run, x.line, x.result, x.email, x.import_column, x.code, x.parameters
                        from json_to_recordset(cast(:rows as json))
                            as x(line integer, result text, email text, import_column text, code text, parameters text)
                        """)
                .with("run", run)
                .with("rows", CanonicalJson.text(rows))
                .run();
    }

    @Override
    public void settle() {
        entities.letGo();
    }

    @Override
    public void progress(UUID run, int processed, Instant now) {
        sql.query(
                        """
                        update people_import set processed = greatest(processed, :processed), progressed_at = :now
                        where id = :run and state = 'RUNNING'
                        """)
                .with("run", run)
                .with("processed", processed)
                .with("now", now)
                .run();
    }

    @Override
    public Optional<Instant> lastProgress(UUID run) {
        return sql.query("select progressed_at from people_import where id = :run")
                .with("run", run)
                .first(row -> row.optionalInstant(0))
                .flatMap(last -> last);
    }

    @Override
    public void beginAnew(UUID run) {
        sql.query("update people_import set processed = 0, progressed_at = null where id = :run")
                .with("run", run)
                .run();
    }

    @Override
    public Optional<ImportView> view(UUID run) {
        return sql.query("select " + VIEW + SOURCE)
                .and("and i.id = :run")
                .with("run", run)
                .first(ImportRunRows::view);
    }

    @Override
    public Page<ImportView> list(Optional<ImportState> state, Optional<String> words, PageRequest page) {
        return RUNS.page(
                sql,
                VIEW,
                SOURCE,
                statement -> statement
                        .where("and i.state = :state", "state", state)
                        .where("and i.file_name ilike :words", "words", words.map(Keyset::containing)),
                page,
                ImportRunRows::view);
    }

    @Override
    public Page<ImportLineRow> lines(UUID run, Optional<LineOutcome.Result> result, PageRequest page) {
        PageRequest inOrder = new PageRequest(page.size(), page.after(), Optional.empty(), false);
        return KEYSET.page(
                sql,
                "l.line, l.result, l.email, l.import_column, l.code, l.parameters",
                "from people_import_line l where l.run_id = :run",
                statement -> statement.with("run", run).where("and l.result = :result", "result", result),
                inOrder,
                ImportRunRows::line);
    }

    private static ImportView view(Row row) {
        return new ImportView(
                row.id(0),
                row.text(1),
                row.constant(2, ImportState.class),
                Math.toIntExact(row.number(3)),
                Math.toIntExact(row.number(4)),
                Math.toIntExact(row.number(5)),
                Math.toIntExact(row.number(6)),
                Math.toIntExact(row.number(7)),
                Math.toIntExact(row.number(8)),
                row.optionalText(9),
                row.instant(10),
                row.optionalInstant(11),
                row.optionalInstant(12),
                row.optionalInstant(13),
                row.flag(14));
    }

    private static ImportLineRow line(Row row) {
        return new ImportLineRow(
                Math.toIntExact(row.number(0)),
                row.constant(1, LineOutcome.Result.class),
                row.text(2),
                row.optionalConstant(3, ImportColumn.class),
                row.optionalText(4),
                row.optionalText(5).map(ImportRunRows::parameters).orElse(Map.of()));
    }

    private static JsonObject json(LineOutcome line) {
        JsonObject.Builder row = JsonObject.builder()
                .put("line", line.line())
                .put("result", line.result().name())
                .put("email", line.email());
        line.column().ifPresent(column -> row.put("import_column", column.name()));
        line.refusal().ifPresent(refusal -> row.put("code", refusal.code().code())
                .put("parameters", CanonicalJson.text(parameters(refusal.parameters()))));
        return row.build();
    }

    private static JsonObject parameters(Map<String, Object> parameters) {
        JsonObject.Builder kept = JsonObject.builder();
        parameters.forEach((name, value) -> {
            if (value instanceof Integer || value instanceof Long) {
                kept.put(name, ((Number) value).longValue());
            } else {
                kept.put(name, String.valueOf(value));
            }
        });
        return kept.build();
    }

    private static Map<String, Object> parameters(String kept) {
        Map<String, Object> parameters = new HashMap<>();
        ((JsonObject) JsonReader.read(kept)).members().forEach((name, value) -> {
            if (value instanceof JsonNumber number) {
                parameters.put(name, number.integer());
            } else if (value instanceof JsonString text) {
                parameters.put(name, text.value());
            }
        });
        return parameters;
    }
}
