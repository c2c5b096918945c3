package org.sekisho.persistence.trail;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.trail.log.LeadLost;
import org.sekisho.domain.trail.log.TrailLead;
import org.sekisho.domain.trail.log.TrailLog;

/**
 * The log in PostgreSQL. Whoever leads keeps a connection of their own, which holds an advisory lock as long as it lives; it is used
 * outside the container's transactions.
 */
@ApplicationScoped
public class JdbcTrailLog implements TrailLog {

    @Resource(lookup = "java:app/jdbc/sekisho")
    private @Nullable DataSource source;

    /** With the container's connections. */
    public JdbcTrailLog() {}

    /** With other connections of the portal's role. */
    JdbcTrailLog(DataSource source) {
        this.source = source;
    }

    @Override
    public Optional<TrailLead> lead(String origin) {
        if (source == null) {
            throw new IllegalStateException("The container gave no connections");
        }
        try {
            Connection connection = source.getConnection();
            try {
                return JdbcTrailLead.take(connection, origin);
            } catch (SQLException | RuntimeException broken) {
                JdbcTrailLead.giveBack(connection);
                throw broken;
            }
        } catch (SQLException unreachable) {
            throw new LeadLost(unreachable);
        }
    }
}
