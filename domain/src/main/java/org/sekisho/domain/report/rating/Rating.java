package org.sekisho.domain.report.rating;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.decision.Assessment;
import org.sekisho.domain.report.decision.Evaluation;
import org.sekisho.domain.report.decision.Exposure;
import org.sekisho.domain.report.decision.InstitutionsAffected;
import org.sekisho.domain.report.decision.ServiceImportance;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonReader;
import org.sekisho.proof.json.JsonValue;

/** One answer of the risk table about a report, with all that it was asked. Never changed: what is said anew is another one. */
@Entity
@Table(name = "report_rating")
public class Rating {

    private static final int INPUTS_LIMIT = 4_000;

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Column(name = "report_id", nullable = false, updatable = false)
    private UUID report;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "revision_sha256", nullable = false, updatable = false)
    private String revisionHash;

    @Column(name = "table_code", nullable = false, updatable = false)
    private String table;

    @Column(name = "table_version", nullable = false, updatable = false)
    private int tableVersion;

    @Column(name = "table_row", nullable = false, updatable = false)
    private int row;

    @Column(name = "inputs", nullable = false, updatable = false)
    private String inputs;

    @Column(name = "outcome", nullable = false, updatable = false)
    private String outcome;

    @Enumerated(EnumType.STRING)
    @Column(name = "exposure", updatable = false)
    private @Nullable Exposure exposure;

    @Enumerated(EnumType.STRING)
    @Column(name = "service", updatable = false)
    private @Nullable ServiceImportance service;

    @Enumerated(EnumType.STRING)
    @Column(name = "institutions", updatable = false)
    private @Nullable InstitutionsAffected institutions;

    @Column(name = "person_id", updatable = false)
    private @Nullable UUID person;

    @Column(name = "rated_at", nullable = false, updatable = false)
    private Instant ratedAt;

    @SuppressWarnings("NullAway")
    protected Rating() {}

    /**
     * Keeps an answer about a report as it stands now.
     *
     * @param said what it was asked with, beside what the report itself says
     */
    public Rating(Report of, Evaluation answer, Assessment said, Actor actor, Instant now) {
        this.id = Ids.next();
        this.report = of.id();
        this.organisation = of.organisation();
        this.revisionHash = of.current().sha256();
        this.table = answer.table();
        this.tableVersion = answer.version();
        this.row = answer.row();
        this.inputs = text(answer.inputs());
        this.outcome = answer.outcome();
        this.exposure = said.exposure().orElse(null);
        this.service = said.service().orElse(null);
        this.institutions = said.institutions().orElse(null);
        this.person = actor.person().orElse(null);
        this.ratedAt = now;
    }

    /** The inputs of an answer as they are kept: pairs of key and value, in the order of the table. */
    public static String text(Map<String, String> inputs) {
        return CanonicalJson.text(JsonArray.of(inputs.entrySet().stream()
                .map(each -> (JsonValue) JsonArray.ofStrings(List.of(each.getKey(), each.getValue())))
                .toList()));
    }

    /** What it is in the trail. */
    public DomainEvent rated() {
        return DomainEvent.of("report.rated", Report.KIND, report)
                .with("organisation", organisation)
                .with("revision", revisionHash)
                .with("table", table)
                .with("version", tableVersion)
                .with("row", row)
                .with("outcome", outcome)
                .build();
    }

    /** The answer, with everything needed to check it. */
    public Evaluation answer() {
        Map<String, String> asked = new LinkedHashMap<>();
        if (JsonReader.read(inputs, INPUTS_LIMIT) instanceof JsonArray pairs) {
            pairs.items().forEach(each -> {
                if (each instanceof JsonArray pair) {
                    asked.put(pair.strings().get(0), pair.strings().get(1));
                }
            });
        }
        return new Evaluation(table, tableVersion, row, asked, outcome);
    }

    /** What people had said by then. */
    public Assessment said() {
        return new Assessment(
                Optional.ofNullable(exposure), Optional.ofNullable(service), Optional.ofNullable(institutions));
    }

    public UUID id() {
        return id;
    }

    public UUID report() {
        return report;
    }

    public UUID organisation() {
        return organisation;
    }

    /** Of the revision that it rates. */
    public String revisionHash() {
        return revisionHash;
    }

    /** Whose act led to it; empty for the system. */
    public Optional<UUID> person() {
        return Optional.ofNullable(person);
    }

    public Instant ratedAt() {
        return ratedAt;
    }
}
