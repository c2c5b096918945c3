package org.sekisho.persistence.assurance;

import java.util.List;
import org.sekisho.persistence.assurance.ReportRecords.SealedText;

/** What a pack holds of reports and their reviews: from arrival to the decisions of both sides. */
final class ReviewRecords {

    static final String REPORT = "report";
    static final String REVISION = "revision";
    private static final String PERSON = " left join person p on p.id = ";
    private static final String ORGANISATION = " left join organisation o on o.id = ";
    private static final String OWNER = "r.organisation_id";

    /** What the report was before its first change of tier after the period, or is. */
    private static final String TIER =
            """
            coalesce(
                (select t.to_tier from report_tier_change t
                 where t.report_id = r.id and t.state = 'IN_EFFECT' and coalesce(t.answered_at, t.made_at) < :until
                 order by coalesce(t.answered_at, t.made_at) desc, t.id desc limit 1),
                (select t.from_tier from report_tier_change t
                 where t.report_id = r.id and t.state = 'IN_EFFECT' order by coalesce(t.answered_at, t.made_at), t.id limit 1),
                r.tier)
            """;

    /** State and revision are those at the period's end. */
    static final ReportRecords REPORTS = ReportRecords.of(
                    "reports",
                    """
                    report r join organisation o on o.id = r.organisation_id
                        join lateral (select s.state, s.taken_at from report_step s where s.report_id = r.id and s.taken_at < :until
                                      order by s.taken_at desc, s.state = r.state desc, s.id desc limit 1) s on true
                        join lateral (select v.id, v.number, v.sha256 from report_revision v where v.report_id = r.id and v.written_at < :until
                                      order by v.number desc limit 1) v on true
                        left join report_origin f on f.report_id = r.id left join report_import i on i.id = f.import_id
                        left join graver_repeat g on g.report_id = r.id and g.heard_at < :until left join report_import gi on gi.id = g.import_id
                        left join person p on p.id = f.operator_person_id
                    """)
            .with(REPORT, "r.id")
            .with("number", "r.number")
            .with("organisation", "o.short_name")
            .at("receivedAt", "r.received_at")
            .with("state", "s.state")
            .at("stateAt", "s.taken_at")
            .with("tier", TIER)
            .with("label", "r.label")
            .with("duplicateOf", ReportRecords.reached("r.state_at", "r.duplicate_of_id"))
            .with(REVISION, "v.id")
            .with("revisionNumber", "v.number")
            .with("sha256", "v.sha256")
            .atOnceReached("authorityReadsSince", "r.authority_reads_since")
            .with("importFormat", "f.format")
            .with("importSha256", "i.sha256")
            .with("importItem", "f.item")
            .with("statedSeverity", "f.stated_severity")
            .with("statedEffect", "f.stated_effect")
            .with("leftOut", "f.left_out")
            .with("graverSeverity", "g.severity")
            .at("graverSince", "g.heard_at")
            .with("graverImportSha256", "gi.sha256")
            .with("graverItem", "g.item")
            .with("agreementVersion", "f.agreement_version")
            .with("environment", "f.environment")
            .written("tool", "f.tool")
            .written("toolVersion", "f.tool_version")
            .written("run", "f.run")
            .with("operator", "p.id")
            .with("operatorNameEn", "p.name_en")
            .with("operatorNameJa", "p.name_ja");

    /** In the order of the lines of the contents. */
    static final ReportRecords REVISIONS = ReportRecords.of(
                    "revisions",
                    "report r join report_revision v on v.report_id = r.id join report_content c on c.revision_id ="
                            + " v.id"
                            + PERSON + "v.author_person_id" + ORGANISATION + "v.author_organisation_id")
            .when("v.written_at < :until")
            .inOrderOf("v.number")
            .with(REPORT, "r.id")
            .with(REVISION, "v.id")
            .with("number", "v.number")
            .with("sha256", "v.sha256")
            .at("writtenAt", "v.written_at")
            .with("organisation", "o.short_name")
            .by("p");

    private static final ReportRecords STEPS = ReportRecords.of(
                    "steps", "report r join report_step s on s.report_id = r.id" + PERSON + "s.person_id")
            .when("s.taken_at < :until")
            // One act may take two steps: the first is that of the arrival, the last the one that holds.
            .inOrderOf("s.taken_at, s.state <> 'RECEIVED', s.state = r.state, s.id")
            .with(REPORT, "r.id")
            .with("step", "s.id")
            .with("state", "s.state")
            .at("takenAt", "s.taken_at")
            .by("p")
            .because(new SealedText("s.sealed_reason", "report_step", "s.id", OWNER));

    private static final ReportRecords RATINGS = ReportRecords.of(
                    "ratings", "report r join report_rating g on g.report_id = r.id" + PERSON + "g.person_id")
            .when("g.rated_at < :until")
            .inOrderOf("g.rated_at, g.id")
            .with(REPORT, "r.id")
            .with("rating", "g.id")
            .with("sha256", "g.revision_sha256")
            .with("table", "g.table_code")
            .with("tableVersion", "g.table_version")
            .with("row", "g.table_row")
            .with("inputs", "g.inputs")
            .with("outcome", "g.outcome")
            .with("exposure", "g.exposure")
            .with("service", "g.service")
            .with("institutions", "g.institutions")
            .at("ratedAt", "g.rated_at")
            .by("p");

    private static final ReportRecords TIER_CHANGES = ReportRecords.of(
                    "tier-changes", "report r join report_tier_change t on t.report_id = r.id" + PERSON + "t.person_id")
            .when("t.made_at < :until")
            .inOrderOf("t.made_at, t.id")
            .with(REPORT, "r.id")
            .with("change", "t.id")
            .with("fromTier", "t.from_tier")
            .with("toTier", "t.to_tier")
            .with("side", "t.side")
            .at("madeAt", "t.made_at")
            .by("p")
            .with("state", "case when t.answered_at >= :until then 'PROPOSED' else t.state end")
            .with("answeredBy", ReportRecords.reached("t.answered_at", "t.answered_by_person_id"))
            .atOnceReached("answeredAt", "t.answered_at")
            .because(new SealedText("t.sealed_reason", "report_tier_change", "t.id", OWNER));

    private static final ReportRecords CHAINS = ReportRecords.of(
                    "chains", "report r join review_chain c on c.report_id = r.id" + PERSON + "c.opened_by_person_id")
            .when("c.opened_at < :until")
            .inOrderOf("c.opened_at, c.id")
            .with(REPORT, "r.id")
            .with("chain", "c.id")
            .with(REVISION, "c.revision_id")
            .with("sha256", "c.revision_sha256")
            .with("tier", "c.tier")
            .at("openedAt", "c.opened_at")
            .by("p")
            .with("state", "case when c.closed_at >= :until then 'OPEN' else c.state end")
            .atOnceReached("closedAt", "c.closed_at");

    private static final String STAGE =
            "report r join review_chain c on c.report_id = r.id join review_stage s on s.chain_id = c.id";

    private static final ReportRecords STAGES = ReportRecords.of("stages", STAGE)
            .when("c.opened_at < :until")
            .inOrderOf("c.opened_at, c.id, s.position")
            .with(REPORT, "r.id")
            .with("chain", "c.id")
            .with("stage", "s.id")
            .with("position", "s.position")
            .with("side", "s.side")
            .with("quorum", "s.quorum")
            .with("leastRank", "s.least_rank")
            .with("clock", "s.clock")
            .with("clockUnit", "s.clock_unit")
            .atOnceReached("openedAt", "s.opened_at")
            .with("dueAt", ReportRecords.reached("s.opened_at", ReportRecords.utc("s.due_at")))
            .atOnceReached("alertedAt", "s.alerted_at")
            .with(
                    "state",
                    "case when s.opened_at >= :until or (s.opened_at is null and s.closed_at >= :until) then 'WAITING'"
                            + " when s.closed_at >= :until then 'OPEN' else s.state end")
            .atOnceReached("closedAt", "s.closed_at");

    /** While a stage decides, nothing tells that somebody voted from a place. */
    private static final ReportRecords SEATS = ReportRecords.of(
                    "seats",
                    STAGE + " join review_seat x on x.stage_id = s.id" + ORGANISATION + "x.organisation_id" + PERSON
                            + "x.person_id")
            .when("x.taken_at < :until")
            .inOrderOf("x.taken_at, x.id")
            .with(REPORT, "r.id")
            .with("stage", "s.id")
            .with("seat", "x.id")
            .with("organisation", "o.short_name")
            .by("p")
            .with("origin", "x.origin")
            .with("givenBy", "x.given_by_person_id")
            .at("takenAt", "x.taken_at")
            .with("ended", ended("x.ended_how"))
            .with("endedAt", ended(ReportRecords.utc("x.ended_at")));

    /** Of stages that have closed. */
    private static final ReportRecords VOTES = ReportRecords.of(
                    "votes",
                    STAGE + " join review_vote v on v.stage_id = s.id join review_vote_choice w on w.vote_id = v.id"
                            + ORGANISATION + "v.organisation_id" + PERSON + "v.person_id")
            .when("v.cast_at < :until and s.state in ('PASSED', 'RETURNED', 'VOID')")
            .inOrderOf("v.cast_at, v.id")
            .with(REPORT, "r.id")
            .with("chain", "c.id")
            .with("stage", "s.id")
            .with("vote", "v.id")
            .with(REVISION, "v.revision_id")
            .with("sha256", "v.revision_sha256")
            .with("choice", "w.choice")
            .with("organisation", "o.short_name")
            .by("p")
            .at("castAt", "v.cast_at")
            .with("reentered", "w.reentered")
            .because(new SealedText("w.sealed_reason", "review_vote_choice", "v.id", "v.organisation_id"));

    private static final ReportRecords MEASURES = ReportRecords.of(
                    "measures",
                    "report r join interim_measure m on m.report_id = r.id" + PERSON + "m.ordered_by_person_id")
            .when("m.ordered_at < :until")
            .inOrderOf("m.ordered_at, m.id")
            .with(REPORT, "r.id")
            .with("measure", "m.id")
            .with("kind", "m.kind")
            .at("orderedAt", "m.ordered_at")
            .by("p")
            .at("expiresAt", "m.expires_at")
            .at("reviewDueAt", "m.review_due_at")
            .with("acknowledgedBy", ReportRecords.reached("m.acknowledged_at", "m.acknowledged_by_person_id"))
            .atOnceReached("acknowledgedAt", "m.acknowledged_at")
            .with("state", "case when m.ended_at >= :until then 'IN_EFFECT' else m.state end")
            .with("endedBy", ReportRecords.reached("m.ended_at", "m.ended_by_person_id"))
            .atOnceReached("endedAt", "m.ended_at")
            .because(new SealedText("m.sealed_reason", "interim_measure", "m.id", OWNER));

    /** Beside reports and revisions, which are written with what they say. */
    static final List<ReportRecords> ALL =
            List.of(STEPS, RATINGS, TIER_CHANGES, CHAINS, STAGES, SEATS, VOTES, MEASURES);

    private ReviewRecords() {}

    private static String ended(String sql) {
        return "case when x.ended_at < :until and (x.ended_how <> 'VOTED' or s.state in ('PASSED', 'RETURNED',"
                + " 'VOID')) then "
                + sql + " end";
    }
}
