package org.sekisho.web.shared;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.sekisho.domain.shared.SchemaVersion;
import org.sekisho.ejb.shared.Installation;

/**
 * Ready means: the database answers, every migration this program knows is in, its clock and ours agree within two seconds, and
 * the first start's work is done.
 */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class Readiness implements HealthCheck {

    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);
    private static final String QUESTION = "select clock_timestamp()";

    @Resource(lookup = "java:app/jdbc/sekisho")
    private DataSource source;

    @Inject
    private SchemaVersion schema;

    @Inject
    private Installation installation;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("sekisho");
        boolean migrated = schema.isCurrent();
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(QUESTION);
                ResultSet row = statement.executeQuery()) {
            row.next();
            Instant theirs = row.getObject(1, OffsetDateTime.class).toInstant();
            Duration apart =
                    Duration.between(theirs, Clock.systemUTC().instant()).abs();
            boolean clockSound = apart.compareTo(CLOCK_TOLERANCE) <= 0;
            return answer.status(migrated && clockSound && installation.isDone())
                    .withData("database", true)
                    .withData("migrations", migrated)
                    .withData("clock", clockSound)
                    .withData("installation", installation.isDone())
                    .withData("refused", installation.isRefused())
                    .withData(
                            "obstacle", installation.obstacle().map(Enum::name).orElse("NONE"))
                    .build();
        } catch (SQLException broken) {
            return answer.down().withData("database", false).build();
        }
    }
}
