package org.sekisho.persistence.assurance;

import java.util.List;
import org.sekisho.persistence.assurance.ReportRecords.SealedText;

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

    /** Each with when it left, which is the moment of its last approval. */
    private static final String WITH_LEAVING =
            """
            report r
                join lateral (select q.*, case when q.state in ('RELEASED', 'RECALLED')
                                          then (select max(a.approved_at) from report_release_approval a where a.release_id = q.id) end as released_at
                              from report_release q where q.report_id = r.id) l on true
            """;

    private static final ReportRecords RELEASES = ReportRecords.of(
                    "releases",
                    WITH_LEAVING
                            + " join organisation o on o.id = l.recipient_id join person p on p.id ="
                            + " l.requested_by_person_id")
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
            .because(new SealedText(
                    ReportRecords.reached("l.state_at", "l.sealed_reason"),
                    "report_release.sealed_reason",
                    "l.id",
                    "l.organisation_id"));

    /** What had left by the period's end, with the revision that it said. */
    static final ReportRecords RELEASED = ReportRecords.of(
                    "released",
                    WITH_LEAVING
                            + " join lateral (select v.id from report_revision v where v.report_id = r.id and v.sha256 ="
                            + " l.revision_sha256 order by v.number limit 1) v on true")
            .when("l.released_at < :until")
            .inOrderOf("l.released_at, l.id")
            .with(REPORT, "r.id")
            .with(RELEASE, "l.id")
            .with(ReviewRecords.REVISION, "v.id")
            .with("sha256", "l.sha256")
            .with("size", "l.size");

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

    /** The end is that of the last step before the period's end. */
    private static final ReportRecords EMBARGOES = ReportRecords.of(
                    "embargoes",
                    EMBARGO_OF_REPORT
                            + """
                             join person p on p.id = e.proposed_by_person_id
                                join lateral (select s.until from embargo_step s where s.embargo_id = e.id and s.taken_at < :until
                                              order by s.taken_at desc, s.id desc limit 1) s on true
                            """)
            .when("e.proposed_at < :until")
            .inOrderOf("e.proposed_at, e.id")
            .with(REPORT, "r.id")
            .with(EMBARGO, "e.id")
            .at("until", "s.until")
            .with("zone", "e.zone")
            .at("proposedAt", "e.proposed_at")
            .by("p")
            .with("state", "case when e.state_at < :until then e.state else 'IN_EFFECT' end")
            .atOnceReached("stateAt", "e.state_at")
            .because(new SealedText(
                    ReportRecords.reached("e.state_at", "e.sealed_reason"), EMBARGO, "e.id", "e.organisation_id"));

    private static final ReportRecords EMBARGO_STEPS = ReportRecords.of(
                    "embargo-steps",
                    EMBARGO_OF_REPORT
                            + """
                             join embargo_step s on s.embargo_id = e.id left join person p on p.id = s.person_id
                                left join embargo_participant x on x.id = s.participant_id
                                left join organisation o on o.id = x.organisation_id
                            """)
            .when("s.taken_at < :until")
            // Whoever is asked with the proposal is asked at the same moment.
            .inOrderOf("s.taken_at, s.kind <> 'PROPOSED', s.id")
            .with(REPORT, "r.id")
            .with(EMBARGO, "e.id")
            .with("step", "s.id")
            .with("kind", "s.kind")
            .with("organisation", "o.short_name")
            .at("until", "s.until")
            .at("answerBy", "s.answer_by")
            .at("takenAt", "s.taken_at")
            .by("p");

    /**
     * Who had been asked by the period's end. An extension asks anew: what was answered before it isn't an answer any more, but the end that
     * was agreed to binds on.
     */
    private static final ReportRecords PARTICIPANTS = ReportRecords.of(
                    "embargo-participants",
                    EMBARGO_OF_REPORT
                            + """
                             join embargo_participant x on x.embargo_id = e.id join organisation o on o.id = x.organisation_id
                                join lateral (select s.answer_by, s.taken_at from embargo_step s
                                              where s.embargo_id = e.id and s.taken_at < :until
                                                and (s.participant_id = x.id and s.kind = 'ASKED'
                                                     or s.kind = 'EXTENDED' and exists (
                                                        select from embargo_step f where f.participant_id = x.id and f.kind = 'ASKED' and f.taken_at < :until))
                                              order by s.taken_at desc, s.id desc limit 1) q on true
                                left join lateral (select s.kind, s.person_id, s.taken_at from embargo_step s
                                                   where s.participant_id = x.id and s.kind in ('ACCEPTED', 'DECLINED') and s.taken_at < :until
                                                     and s.taken_at >= q.taken_at
                                                   order by s.taken_at desc, s.id desc limit 1) a on true
                                left join lateral (select s.until from embargo_step s
                                                   where s.participant_id = x.id and s.kind = 'ACCEPTED' and s.taken_at < :until
                                                   order by s.taken_at desc, s.id desc limit 1) g on true
                            """)
            .when("e.proposed_at < :until")
            .inOrderOf("e.proposed_at, e.id, x.id")
            .with(REPORT, "r.id")
            .with(EMBARGO, "e.id")
            .with("organisation", "o.short_name")
            .at("answerBy", "q.answer_by")
            .at("agreedUntil", "g.until")
            .with("declined", "a.kind = 'DECLINED'")
            .with("answeredBy", "a.person_id")
            .at("answeredAt", "a.taken_at");

    static final List<ReportRecords> ALL =
            List.of(RELEASES, APPROVALS, RECEIPTS, EMBARGOES, EMBARGO_STEPS, PARTICIPANTS);

    private ReleaseRecords() {}
}
