package org.sekisho.persistence.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.report.reading.ReportDirectory;
import org.sekisho.domain.report.review.DutyRoster;
import org.sekisho.domain.report.review.DutyShift;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.Entities;
import org.sekisho.persistence.shared.Keyset;
import org.sekisho.persistence.shared.Keyset.Sort;
import org.sekisho.persistence.shared.Sql;

/** The duty rosters as rows. */
@ApplicationScoped
public class DutyRosterRows implements DutyRoster {

    private static final String FROM = "from duty_shift s where s.organisation_id = :organisation and s.ends_at > :now";

    private static final Keyset BY_BEGINNING =
            new Keyset("s.id", new Sort("s.starts_at", "timestamptz", false), Map.of());

    @Inject
    private Entities entities;

    @Inject
    private Sql sql;

    @Inject
    private ReportDirectory directory;

    @Override
    public void add(DutyShift shift) {
        entities.add(shift);
    }

    @Override
    public void remove(DutyShift shift) {
        entities.remove(shift);
    }

    @Override
    public Optional<DutyShift> find(UUID id) {
        return entities.find(DutyShift.class, id);
    }

    @Override
    public Page<ShiftRow> shifts(UUID organisation, Instant now, PageRequest page) {
        Page<ShiftRow> found = BY_BEGINNING.page(
                sql,
                "s.id, s.person_id, s.starts_at, s.ends_at",
                FROM,
                rows -> rows.with("organisation", organisation).with("now", now),
                page,
                row -> new ShiftRow(
                        row.id(0),
                        row.id(1),
                        "",
                        row.instant(2),
                        row.instant(3),
                        !row.instant(2).isAfter(now)));
        Map<UUID, String> names =
                directory.names(found.items().stream().map(ShiftRow::person).collect(Collectors.toUnmodifiableSet()));
        return found.map(row -> new ShiftRow(
                row.id(),
                row.person(),
                names.getOrDefault(row.person(), ""),
                row.startsAt(),
                row.endsAt(),
                row.current()));
    }

    @Override
    public Map<UUID, Set<UUID>> onDuty(Instant now) {
        Map<UUID, Set<UUID>> found = new HashMap<>();
        // Whoever has lost the role is on no duty any more, whatever the roster says.
        sql.query(
                        """
                        select s.organisation_id, s.person_id from duty_shift s
                        where s.starts_at <= :now and s.ends_at > :now
                          and exists (select from role_assignment r where r.person_id = s.person_id and r.organisation_id = s.organisation_id
                                      and r.role = 'DUTY_OFFICER' and r.state = 'IN_EFFECT')
                        """)
                .with("now", now)
                .list(row ->
                        found.computeIfAbsent(row.id(0), any -> new HashSet<>()).add(row.id(1)));
        return found;
    }
}
