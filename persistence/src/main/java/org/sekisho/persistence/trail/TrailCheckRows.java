package org.sekisho.persistence.trail;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.domain.trail.log.LogRecords;
import org.sekisho.domain.trail.log.Tampering;
import org.sekisho.domain.trail.log.TrailCheck;
import org.sekisho.domain.trail.log.TrailChecks;
import org.sekisho.persistence.shared.Sql;

/** Checks as rows; the reading goes over a connection of its own, since it takes longer than a transaction of the container may. */
@ApplicationScoped
public class TrailCheckRows implements TrailChecks {

    @Resource(lookup = "java:app/jdbc/sekisho")
    private @Nullable DataSource source;

    @Inject
    private Sql sql;

    @Override
    public <T> T reading(Function<LogRecords, T> reader) {
        if (source == null) {
            throw new IllegalStateException("The container gave no connections");
        }
        try (JdbcLogRecords records = JdbcLogRecords.of(source, SystemJob.TRAIL_CHECK)) {
            return reader.apply(records);
        }
    }

    @Override
    public Optional<TrailCheck> latest() {
        return sql.query("select id, checked_at, size, found from trail_check order by checked_at desc limit 1")
                .first(row -> new TrailCheck(
                        row.id(0),
                        row.instant(1),
                        row.number(2),
                        row.text(3).lines().map(Tampering::parse).toList()));
    }

    @Override
    public void keep(TrailCheck check) {
        sql.query("insert into trail_check (id, checked_at, size, found) values (:id, :at, :size, :found)")
                .with("id", check.id())
                .with("at", check.checkedAt())
                .with("size", check.size())
                .with("found", check.found().stream().map(Tampering::line).collect(Collectors.joining("\n")))
                .run();
    }
}
