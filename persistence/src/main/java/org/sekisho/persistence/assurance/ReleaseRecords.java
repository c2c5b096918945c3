package org.sekisho.persistence.assurance;

import java.util.List;
import org.sekisho.persistence.assurance.ReportRecords.SealedReason;

/** What a pack holds of releases and embargoes: what left to whom by whose approval, as the hash of its bytes, and who agreed to keep it. */
final class ReleaseRecords {

    private static final String REPORT = "report";
    private static final String RELEASE = "release";
    private static final String EMBARGO = "embargo";
    private static final String OF_REPORT = "report r join report_release l on l.report_id = r.id";

    /** A release leaves with its last approval; one that was recalled since was out at the period's end if that came before it. */
    private static final String STATE =
            """
            case when l.state_at < :until then l.state
                 when l.state = 'RECALLED' and l.released_at < :until then 'RELEASED'
                 else 'REQUESTED' end
            """;

    private static final ReportRecords RELEASES = ReportRecords.of(
                    "releases",
                    """
                    report r
                        join lateral (select q.*, case when q.state in ('RELEASED', 'RECALLED')
                                                  then (select max(a.approved_at) from report_release_approval a where a.release_id = q.id) end as released_at
                                      from report_release q where q.report_id = r.id) l on true
                        join organisation o on o.id = l.recipient_id join person p on p.id = l.requested_by_person_id
                    """)
            .when("l.requested_at < :until")
            .inOrderOf("l.requested_at, l.id")
            .with(REPORT, "r.id")
            .with(RELEASE, "l.id")
            .with("revisionSha256", "l.revision_sha256")
            .with("recipient", "o.short_name")
            .with("audience", "l.audience")
            .with(
                    "people",
                    "(select json_agg(x.person_id order by x.person_id) from report_release_person x where"
                            + " x.release_id = l.id)")
            .with("format", "l.format")
            .with("label", "l.label")
            .with("sourceWithheld", "l.source_withheld")
            .with("sha256", "l.sha256")
            .with("size", "l.size")
            .with("role", "l.role")
            .with(
                    "approvalsNeeded",
                    "(select json_agg(json_build_object('role', n.role, 'count', n.count) order by n.role) from"
                            + " report_release_needed n where n.release_id = l.id)")
            .at("requestedAt", "l.requested_at")
            .by("p")
            .with("state", STATE)
            .atOnceReached("releasedAt", "l.released_at")
            .atOnceReached("stateAt", "l.state_at")
            .because(new SealedReason(
                    ReportRecords.reached("l.state_at", "l.sealed_reason"),
                    "report_release.sealed_reason",
                    "l.id",
                    "l.organisation_id"));

    private static final ReportRecords APPROVALS = ReportRecords.of(
                    "release-approvals",
                    OF_REPORT
                            + " join report_release_approval a on a.release_id = l.id join person p on p.id ="
                            + " a.person_id")
            .when("a.approved_at < :until")
            .inOrderOf("a.approved_at, a.id")
            .with(REPORT, "r.id")
            .with(RELEASE, "l.id")
            .with("role", "a.role")
            .with("sha256", "a.sha256")
            .at("approvedAt", "a.approved_at")
            .by("p");

    private static final ReportRecords RECEIPTS = ReportRecords.of(
                    "release-receipts",
                    OF_REPORT
                            + " join report_release_receipt x on x.release_id = l.id join person p on p.id ="
                            + " x.person_id")
            .when("x.confirmed_at < :until")
            .inOrderOf("x.confirmed_at, x.id")
            .with(REPORT, "r.id")
            .with(RELEASE, "l.id")
            .with("kind", "x.kind")
            .at("confirmedAt", "x.confirmed_at")
            .by("p");

    private static final String EMBARGO_OF_REPORT = "report r join embargo e on e.report_id = r.id";

    /** Where it has changed since the period's end, its end is the one that is known by now. */
    private static final ReportRecords EMBARGOES = ReportRecords.of(
                    "embargoes", EMBARGO_OF_REPORT + " join person p on p.id = e.proposed_by_person_id")
            .when("e.proposed_at < :until")
            .inOrderOf("e.proposed_at, e.id")
            .with(REPORT, "r.id")
            .with(EMBARGO, "e.id")
            .at("until", "e.until")
            .with("zone", "e.zone")
            .at("proposedAt", "e.proposed_at")
            .by("p")
            .with("state", "case when e.state_at < :until then e.state else 'IN_EFFECT' end")
            .atOnceReached("stateAt", "e.state_at")
            .because(new SealedReason(
                    ReportRecords.reached("e.state_at", "e.sealed_reason"), EMBARGO, "e.id", "e.organisation_id"));

    private static final ReportRecords PARTICIPANTS = ReportRecords.of(
                    "embargo-participants",
                    EMBARGO_OF_REPORT
                            + " join embargo_participant x on x.embargo_id = e.id join organisation o on o.id ="
                            + " x.organisation_id")
            .when("e.proposed_at < :until")
            .inOrderOf("e.proposed_at, e.id, x.id")
            .with(REPORT, "r.id")
            .with(EMBARGO, "e.id")
            .with("organisation", "o.short_name")
            .at("answerBy", "x.answer_by")
            .with("agreedUntil", ReportRecords.reached("x.answered_at", ReportRecords.utc("x.agreed_until")))
            .with("declined", ReportRecords.reached("x.answered_at", "x.declined"))
            .with("answeredBy", ReportRecords.reached("x.answered_at", "x.answered_by_person_id"))
            .atOnceReached("answeredAt", "x.answered_at");

    static final List<ReportRecords> ALL = List.of(RELEASES, APPROVALS, RECEIPTS, EMBARGOES, PARTICIPANTS);

    private ReleaseRecords() {}
}
