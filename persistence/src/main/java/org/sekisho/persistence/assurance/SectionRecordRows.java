package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.evidence.Count;
import org.sekisho.domain.assurance.evidence.Origin;
import org.sekisho.domain.assurance.evidence.Proof;
import org.sekisho.domain.assurance.evidence.SectionRecords;
import org.sekisho.persistence.shared.Sql;

/** Counts in the database, for engagements that the reader sees. */
@ApplicationScoped
public class SectionRecordRows implements SectionRecords {

    @Inject
    private Sql sql;

    @Override
    public List<Count> counts(UUID engagement, Period period, Instant now) {
        return sql.query(
                        """
                        select c.section, c.month, c.proved, c.due
                        from engagement e cross join lateral counted_sections(e.id, :first, :last, :now) c
                        where e.id = :engagement order by 1, 2
                        """)
                .with("engagement", engagement)
                .with("first", period.first())
                .with("last", period.last())
                .with("now", now)
                .list(row -> new Count(
                        row.constant(0, EvidenceSection.class), YearMonth.parse(row.text(1)), (int) row.number(2), (int)
                                row.number(3)));
    }

    @Override
    public List<Proof> attested(UUID engagement) {
        return sql.query(
                        """
                        select d.first_day, d.last_day from engagement e cross join lateral attested_days(e.id) d
                        where e.id = :engagement order by 1, 2
                        """)
                .with("engagement", engagement)
                .list(row ->
                        new Proof(EvidenceSection.ENVIRONMENTS, new Period(row.day(0), row.day(1)), Origin.SYSTEM));
    }
}
