package org.sekisho.persistence.trail;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sekisho.domain.trail.log.TrailKey;
import org.sekisho.persistence.shared.TestDatabase.Databases;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.log.LogException;
import org.sekisho.proof.log.LogProblem;
import org.sekisho.proof.log.Tiles;
import org.sekisho.proof.note.NoteException;
import org.sekisho.proof.note.SignedNote;

/** Reads the log as it stands in the tables, and believes nothing but signatures. */
final class TestLogReader implements AutoCloseable {

    private final Connection connection;

    TestLogReader(Databases databases) throws SQLException {
        connection = databases.owner().getConnection();
    }

    Optional<Checkpoint> latest(TrailKey key) throws SQLException, NoteException, LogException {
        try (PreparedStatement query =
                        connection.prepareStatement("select note from trail_checkpoint order by size desc limit 1");
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            SignedNote note = SignedNote.parse(row.getBytes(1));
            note.verify(List.of(key.signer(TestTrail.ORIGIN).verifier()));
            return Optional.of(Checkpoint.parse(note.text()));
        }
    }

    Tiles tiles() {
        return tile -> {
            try {
                byte[] hashes = bytes(
                        "select hashes from trail_tile where level = " + tile.level() + " and index = ?", tile.index());
                if (hashes.length < tile.length()) {
                    throw new LogException(LogProblem.TILE_MISSING, tile.path());
                }
                return Arrays.copyOf(hashes, tile.length());
            } catch (SQLException broken) {
                throw new IOException(broken);
            }
        };
    }

    /** Of the event that has this place. */
    byte[] leafHash(long index) throws SQLException {
        return bytes(
                "select e.leaf_hash from trail_leaf l join trail_event e on e.id = l.event where l.index = ?", index);
    }

    private byte[] bytes(String sql, long index) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, index);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getBytes(1) : new byte[0];
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
