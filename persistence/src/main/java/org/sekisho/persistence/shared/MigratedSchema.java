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
import org.sekisho.domain.shared.SchemaVersion;

/** Compares the migrations in this program with those in the database, outside any transaction and without an actor. */
@ApplicationScoped
public class MigratedSchema implements SchemaVersion {

    private static final Logger LOG = Logger.getLogger(MigratedSchema.class.getName());
    private static final String APPLIED = "select version from schema_history where success and version is not null";

    @Resource(lookup = "java:app/jdbc/sekisho")
    private DataSource source;

    /** They don't change while the program runs. */
    private final Set<String> known = Migrations.known();

    @Override
    public boolean isCurrent() {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(APPLIED);
                ResultSet rows = statement.executeQuery()) {
            Set<String> applied = new HashSet<>();
            while (rows.next()) {
                applied.add(rows.getString(1));
            }
            return applied.containsAll(known);
        } catch (SQLException notYet) {
            LOG.log(Level.FINE, "The history of the schema can't be read", notYet);
            return false;
        }
    }
}
