package org.sekisho.persistence.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sekisho.persistence.shared.TestDatabase;
import org.sekisho.persistence.shared.TestDatabase.Databases;

/** Which events tell the builder of packs how one key of the trail came after another. */
class KeyChangesTest {

    private static final Databases DATABASE = TestDatabase.get().another("key_changes");

    private final TestTrail trail = new TestTrail(DATABASE);

    @Test
    void thoseWithAPlaceAreToldTheLatestFirstAndToTheBuilderOnly() throws SQLException {
        trail.write(7);
        trail.sequenceAll();
        for (int change : new int[] {2, 5}) {
            trail.asOwner(told(change, "done"));
        }
        trail.asOwner(told(4, "failed"));
        assertEquals(List.of(5L, 2L), places("pack-builder"));
        assertEquals(List.of(), places("mailer"));
    }

    private static String told(int place, String outcome) {
        return "update trail_event set act = 'trail-key.run', outcome = '" + outcome
                + "' where id = (select event from trail_leaf where index = " + place + ")";
    }

    private static List<Long> places(String job) throws SQLException {
        List<Long> places = new ArrayList<>();
        try (Connection connection = DATABASE.application().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select enter_system('" + job + "')");
            try (ResultSet rows = statement.executeQuery(TrailLogRows.KEY_CHANGES.replace(":act", "'trail-key.run'"))) {
                while (rows.next()) {
                    places.add(rows.getLong(2));
                }
            }
            connection.rollback();
        }
        return places;
    }
}
