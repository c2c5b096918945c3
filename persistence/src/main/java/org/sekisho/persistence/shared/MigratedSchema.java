package org.sekisho.persistence.shared;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.sekisho.domain.shared.SchemaVersion;

/** Compares the migrations in this program with those in the database, outside any transaction and without an actor. */
@ApplicationScoped
public class MigratedSchema implements SchemaVersion {

    private static final Logger LOG = Logger.getLogger(MigratedSchema.class.getName());
    private static final String APPLIED = "select version from schema_history where success and version is not null";

    @Resource(lookup = "java:app/jdbc/sekisho")
    private DataSource source;

    private volatile Set<String> known = Set.of();

    @Override
    public boolean isCurrent() {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(APPLIED);
                ResultSet rows = statement.executeQuery()) {
            Set<String> applied = new HashSet<>();
            while (rows.next()) {
                applied.add(rows.getString(1));
            }
            return !applied.isEmpty() && applied.containsAll(known());
        } catch (SQLException | FlywayException notYet) {
            LOG.log(Level.FINE, "The history of the schema can't be read", notYet);
            return false;
        }
    }

    /** They don't change while the program runs. */
    private Set<String> known() {
        Set<String> found = known;
        if (found.isEmpty()) {
            found = Migrations.known(source);
            known = found;
        }
        return found;
    }
}
