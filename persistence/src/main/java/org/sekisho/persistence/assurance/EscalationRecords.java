package org.sekisho.persistence.assurance;

import java.util.List;
import org.sekisho.persistence.assurance.ReportRecords.SealedText;

/** What a pack holds of escalations: what the table answered, what followed and within which clock. What was sent stands as its hash. */
final class EscalationRecords {

    private static final String REPORT = "report";
    private static final String ESCALATION = "escalation";
    private static final String OF_REPORT = "report r join escalation e on e.report_id = r.id";

    private static final ReportRecords EVALUATIONS = ReportRecords.of(
                    "evaluations", "report r join report_evaluation v on v.report_id = r.id")
            .when("v.evaluated_at < :until")
            .inOrderOf("v.evaluated_at, v.id")
            .with(REPORT, "r.id")
            .with("evaluation", "v.id")
            .with("revision", "v.revision_id")
            .with("cause", "v.cause")
            .with("table", "v.table_code")
            .with("tableVersion", "v.table_version")
            .with("row", "v.row_number")
            .with("inputs", "v.inputs")
            .with("listed", "v.listed")
            .with("level", "v.level")
            .at("evaluatedAt", "v.evaluated_at");

    /** What has happened since the period's end stands in no member; the level is that of the last step before. */
    private static final ReportRecords ESCALATIONS = ReportRecords.of(
                    "escalations",
                    OF_REPORT
                            + """
                             left join organisation o on o.id = e.acknowledged_by_organisation_id
                                join lateral (select s.level from escalation_step s
                                              where s.escalation_id = e.id and s.taken_at < :until and s.kind <> 'EASED'
                                              order by s.taken_at desc, s.id desc limit 1) s on true
                            """)
            .when("e.opened_at < :until")
            .inOrderOf("e.opened_at, e.id")
            .with(REPORT, "r.id")
            .with(ESCALATION, "e.id")
            .with("level", "s.level")
            .at("openedAt", "e.opened_at")
            .atOnceReached("toldAt", "e.told_at")
            .with(
                    "timesRaised",
                    "(select count(*) from escalation_step x where x.escalation_id = e.id and x.kind = 'RAISED_AGAIN'"
                            + " and x.taken_at < :until)")
            .atOnceReached("voluntaryAt", "e.voluntary_at")
            .with("acknowledgedBy", ReportRecords.reached("e.acknowledged_at", "e.acknowledged_by_person_id"))
            .with("organisation", ReportRecords.reached("e.acknowledged_at", "o.short_name"))
            .atOnceReached("acknowledgedAt", "e.acknowledged_at")
            .with(
                    "stoodDownAt",
                    "case when e.state = 'STOOD_DOWN' and e.state_at < :until then " + ReportRecords.utc("e.state_at")
                            + " end");

    private static final ReportRecords STEPS = ReportRecords.of(
                    "escalation-steps",
                    OF_REPORT
                            + " join escalation_step s on s.escalation_id = e.id left join person p on p.id ="
                            + " s.person_id left join organisation o on o.id = s.organisation_id")
            .when("s.taken_at < :until")
            .inOrderOf("s.taken_at, s.id")
            .with(REPORT, "r.id")
            .with(ESCALATION, "e.id")
            .with("step", "s.id")
            .with("kind", "s.kind")
            .with("level", "s.level")
            .at("takenAt", "s.taken_at")
            .with("organisation", "o.short_name")
            .by("p")
            .because(new SealedText("s.sealed_reason", "escalation_step", "s.id", "e.organisation_id"));

    private static final ReportRecords DOCUMENTS = ReportRecords.of(
                    "escalation-documents",
                    OF_REPORT
                            + " join escalation_document d on d.escalation_id = e.id left join person p on p.id ="
                            + " d.person_id")
            .when("d.sent_at < :until")
            .inOrderOf("d.sent_at, d.id")
            .with(REPORT, "r.id")
            .with(ESCALATION, "e.id")
            .with("document", "d.id")
            .with("kind", "d.kind")
            .with("sha256", "d.sha256")
            .with("size", "d.size")
            .at("sentAt", "d.sent_at")
            .by("p");

    static final List<ReportRecords> ALL = List.of(EVALUATIONS, ESCALATIONS, STEPS, DOCUMENTS);

    private EscalationRecords() {}
}
