package org.sekisho.persistence.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.sekisho.domain.party.DemoClock;
import org.sekisho.persistence.shared.Sql;

/** The one row that says by how much the demo's clock is moved. */
@ApplicationScoped
public class DemoClockRow implements DemoClock {

    @Inject
    private Sql sql;

    @Override
    public Optional<Duration> offset() {
        return sql.query("select offset_seconds from clock_setting").first(row -> Duration.ofSeconds(row.number(0)));
    }

    @Override
    public boolean isLoaded() {
        return sql.query("select 1 from clock_setting where loaded")
                .first(row -> true)
                .isPresent();
    }

    @Override
    public void markLoaded() {
        sql.query("update clock_setting set loaded = true").run();
    }

    @Override
    public void set(Duration offset) {
        sql.query(
                        """
                        insert into clock_setting (singleton, offset_seconds, loaded) values (true, :seconds, false)
                        on conflict (singleton) do update set offset_seconds = excluded.offset_seconds
                        """)
                .with("seconds", offset.toSeconds())
                .run();
    }
}
