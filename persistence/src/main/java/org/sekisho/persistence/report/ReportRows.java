package org.sekisho.persistence.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.report.GraverRepeat;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportOrigin;
import org.sekisho.domain.report.Reports;
import org.sekisho.domain.report.RevisionContent;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.persistence.shared.Entities;
import org.sekisho.persistence.shared.Sql;

/** Reports as rows; what their revisions say in a table of its own. */
@ApplicationScoped
public class ReportRows implements Reports {

    @Inject
    private Entities entities;

    @Inject
    private Sql sql;

    @Override
    public Optional<Report> find(UUID id) {
        return entities.find(Report.class, id);
    }

    @Override
    public Report requireLocked(UUID id) {
        return entities.lockAndRaise(Report.class, id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    @Override
    public Optional<RevisionContent> content(UUID revision) {
        return entities.find(RevisionContent.class, revision);
    }

    @Override
    public int nextNumbers(UUID organisation, int count) {
        long last = sql.query(
                        """
                        insert into report_number (organisation_id, last) values (:organisation, :count)
                        on conflict (organisation_id) do update set last = report_number.last + :count
                        returning last
                        """)
                .with("organisation", organisation)
                .with("count", count)
                .first(row -> row.number(0))
                .orElseThrow();
        return Math.toIntExact(last - count + 1);
    }

    @Override
    public Optional<ReportOrigin> origin(UUID report) {
        return entities.find(ReportOrigin.class, report);
    }

    @Override
    public Optional<GraverRepeat> graver(UUID report) {
        return entities.find(GraverRepeat.class, report);
    }

    @Override
    public List<UUID> unaskedGraver(int limit) {
        return sql.query(
                        """
                        select g.report_id from graver_repeat g join report r on r.id = g.report_id
                        where not g.asked and r.state not in ('CLOSED', 'REJECTED', 'DUPLICATE')
                        order by severity_rank(g.severity) desc, g.heard_at, g.report_id limit :most
                        """)
                .with("most", limit)
                .list(row -> row.id(0));
    }

    @Override
    public void add(Report report, RevisionContent content, ReportOrigin origin) {
        entities.add(report);
        entities.add(content);
        entities.add(origin);
    }

    @Override
    public void add(RevisionContent content) {
        entities.add(content);
    }

    @Override
    public List<UUID> withDeferralOver(Instant now, int limit) {
        return sql.query(
                        """
                        select r.id from report r where r.state = 'DEFERRED' and r.deferred_until <= :now
                        order by r.deferred_until, r.id limit :most
                        """)
                .with("now", now)
                .with("most", limit)
                .list(row -> row.id(0));
    }
}
