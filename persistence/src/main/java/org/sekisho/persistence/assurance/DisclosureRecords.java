package org.sekisho.persistence.assurance;

import java.util.List;
import org.sekisho.persistence.assurance.ReportRecords.SealedText;

/**
 * What a pack holds of disclosures: which flaw in whose product, who outside was told of it and answered, its numbers, and when it was to be
 * or was published. A case is told by its steps until the period's end.
 */
final class DisclosureRecords {

    private static final String REPORT = "report";
    private static final String DISCLOSURE = "disclosure";

    /** Steps of the case that were taken by the period's end. */
    private static final String TAKEN = " from disclosure_step s where s.case_id = c.id and s.taken_at < :until";

    private static final String TOLD =
            """
            select max(s.taken_at) filter (where s.kind = 'PUBLISHED') as published,
                   max(s.taken_at) filter (where s.kind = 'WITHDRAWN') as withdrawn,
                   min(s.taken_at) filter (where s.kind = 'NOTIFIED' and s.notified = 'JPCERT_CC') as coordinated,
                   min(s.taken_at) filter (where s.kind = 'NOTIFIED') as notified,
                   min(s.on_day) filter (where s.kind = 'NOTIFIED' and s.notified = 'DEVELOPER') as developer
            """;

    /** Told in the order in which a case goes: nothing comes back from one of these to one further down. */
    private static final String STATE =
            """
            case when t.published is not null then 'PUBLISHED'
                 when t.withdrawn is not null then 'WITHDRAWN'
                 when t.coordinated is not null then 'COORDINATED'
                 when t.notified is not null then 'NOTIFIED'
                 else 'PREPARED' end
            """;

    /** In effect at the period's end. */
    private static final String EMBARGO =
            """
            (select e.id from embargo e where e.report_id = r.id and e.proposed_at < :until
                and (e.state = 'IN_EFFECT' or e.state_at >= :until) order by e.proposed_at desc, e.id desc limit 1)
            """;

    private static final ReportRecords CASES = ReportRecords.of(
                    "disclosures",
                    "report r join disclosure_case c on c.report_id = r.id"
                            + " join disclosure_content w on w.case_id = c.id"
                            + " join lateral (" + TOLD + TAKEN + ") t on true"
                            + " left join lateral (select s.jvn, s.cves" + TAKEN
                            + " and s.kind = 'NUMBERED' order by s.taken_at desc, s.id desc limit 1) n on true"
                            + " left join lateral (select s.on_day" + TAKEN
                            + " and s.kind in ('SCHEDULED', 'PUBLISHED') order by s.taken_at desc, s.id desc limit 1) d"
                            + " on true")
            .when("c.opened_at < :until")
            .inOrderOf("c.opened_at, c.id")
            .with(REPORT, "r.id")
            .with(DISCLOSURE, "c.id")
            .at("openedAt", "c.opened_at")
            .with("state", STATE)
            .at("stateAt", "coalesce(t.published, t.withdrawn, t.coordinated, t.notified, c.opened_at)")
            .with("developerTold", "t.developer")
            .with("jvn", "nullif(n.jvn, '')")
            .with("cves", "nullif(n.cves, '')")
            .with("publication", "d.on_day")
            .with("embargo", EMBARGO)
            .atOnceReached("shownAt", "c.shown_at")
            .because(new SealedText(
                    "w.sealed",
                    "disclosure_content",
                    "c.id",
                    "c.organisation_id",
                    List.of("product", "developer", "summary")));

    private static final ReportRecords STEPS = ReportRecords.of(
                    "disclosure-steps",
                    "report r join disclosure_case c on c.report_id = r.id join disclosure_step s on s.case_id = c.id"
                            + " join person p on p.id = s.person_id")
            .when("s.taken_at < :until")
            .inOrderOf("s.taken_at, s.id")
            .with(REPORT, "r.id")
            .with(DISCLOSURE, "c.id")
            .with("step", "s.id")
            .with("kind", "s.kind")
            .with("notified", "s.notified")
            .with("day", "s.on_day")
            .with("jvn", "nullif(s.jvn, '')")
            .with("cves", "nullif(s.cves, '')")
            .at("takenAt", "s.taken_at")
            .by("p")
            .because(new SealedText("s.sealed_note", "disclosure_step", "s.id", "c.organisation_id"));

    static final List<ReportRecords> ALL = List.of(CASES, STEPS);

    private DisclosureRecords() {}
}
