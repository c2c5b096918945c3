package org.sekisho.domain.report.escalation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.TablesClause.TableReference;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.decision.EscalationLevel;
import org.sekisho.domain.report.decision.Evaluation;
import org.sekisho.domain.report.decision.ExploitationStage;
import org.sekisho.domain.report.decision.TableUse;
import org.sekisho.domain.shared.Ids;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;

/** What the escalation table answered for a report at one moment: the row, its inputs and the table's version. Kept for ever, never changed. */
@Entity
@Table(name = "report_evaluation")
public class ReportEvaluation {

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Column(name = "report_id", nullable = false, updatable = false)
    private UUID report;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "revision_id", nullable = false, updatable = false)
    private UUID revision;

    @Enumerated(EnumType.STRING)
    @Column(name = "cause", nullable = false, updatable = false)
    private EvaluationCause cause;

    @Column(name = "table_code", nullable = false, updatable = false)
    private String tableCode;

    @Column(name = "table_version", nullable = false, updatable = false)
    private int tableVersion;

    @Column(name = "row_number", nullable = false, updatable = false)
    private int rowNumber;

    @Column(name = "inputs", nullable = false, updatable = false)
    private String inputs;

    @Enumerated(EnumType.STRING)
    @Column(name = "listed", nullable = false, updatable = false)
    private ExploitationStage listed;

    @Enumerated(EnumType.STRING)
    @Column(name = "level", nullable = false, updatable = false)
    private EscalationLevel level;

    @Column(name = "evaluated_at", nullable = false, updatable = false)
    private Instant evaluatedAt;

    @SuppressWarnings("NullAway")
    protected ReportEvaluation() {}

    /**
     * Keeps an answer of the escalation table for the report as it stands.
     *
     * @param listed what the published lists say of its flaws, which may be less than what people know
     */
    public ReportEvaluation(
            Report of, EvaluationCause cause, Evaluation answer, ExploitationStage listed, Instant now) {
        this.id = Ids.next();
        this.report = of.id();
        this.organisation = of.organisation();
        this.revision = of.current().id();
        this.cause = cause;
        this.tableCode = answer.table();
        this.tableVersion = answer.version();
        this.rowNumber = answer.row();
        this.inputs = json(answer.inputs());
        this.listed = listed;
        this.level = TableUse.level(answer);
        this.evaluatedAt = now;
    }

    /** Inputs as they are kept: canonical JSON (RFC 8785). */
    public static String json(Map<String, String> inputs) {
        JsonObject.Builder object = JsonObject.builder();
        inputs.forEach(object::put);
        return CanonicalJson.text(object.build());
    }

    /** Kept inputs by their keys. */
    public static Map<String, String> inputs(String json) {
        Map<String, String> inputs = new LinkedHashMap<>();
        JsonObject object = (JsonObject) JsonReader.read(json);
        object.members().keySet().forEach(key -> inputs.put(key, object.string(key)));
        return inputs;
    }

    /**
     * Whether it says nothing that the one before didn't: the same row of the same version; or, as rows of two versions can't be compared, the
     * same facts as far as both asked for them, and nothing graver. That a table took another's place is no news of a report.
     */
    boolean saysNothingNewAfter(ReportEvaluation before) {
        if (by().equals(before.by())) {
            return rowNumber == before.rowNumber;
        }
        Map<String, String> known = before.inputs();
        boolean sameFacts = inputs().entrySet().stream()
                .allMatch(each -> each.getValue().equals(known.getOrDefault(each.getKey(), each.getValue())));
        return sameFacts && level.compareTo(before.level) <= 0;
    }

    /** The version that answered, as a clause would name it. */
    public TableReference by() {
        return new TableReference(tableCode, tableVersion);
    }

    public UUID id() {
        return id;
    }

    public UUID report() {
        return report;
    }

    /** That owns the report. */
    public UUID organisation() {
        return organisation;
    }

    public UUID revision() {
        return revision;
    }

    public EvaluationCause cause() {
        return cause;
    }

    public String tableCode() {
        return tableCode;
    }

    public int tableVersion() {
        return tableVersion;
    }

    /** From 0. */
    public int rowNumber() {
        return rowNumber;
    }

    /** The value of each input that the table asked for. */
    public Map<String, String> inputs() {
        return inputs(inputs);
    }

    /** What the published lists said. */
    public ExploitationStage listed() {
        return listed;
    }

    public EscalationLevel level() {
        return level;
    }

    public Instant evaluatedAt() {
        return evaluatedAt;
    }
}
