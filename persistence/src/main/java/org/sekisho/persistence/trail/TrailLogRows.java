package org.sekisho.persistence.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.trail.log.SignedCheckpoint;
import org.sekisho.domain.trail.log.TrailLogReader;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.log.LogException;
import org.sekisho.proof.log.LogProblem;
import org.sekisho.proof.log.Tile;
import org.sekisho.proof.log.Tiles;
import org.sekisho.proof.pack.PackTrail;

/** Reads the log in the running transaction, under its actor. */
@ApplicationScoped
public class TrailLogRows implements TrailLogReader {

    static final String KEY_CHANGES =
            """
            select e.id, l.index, e.leaf from trail_event e join trail_leaf l on l.event = e.id
            where e.act = :act and e.outcome = 'done' order by l.index desc
            """;

    @Inject
    private Sql sql;

    @Override
    public Optional<SignedCheckpoint> latest() {
        return checkpoint("(select max(m.size) from trail_checkpoint m)", Optional.empty());
    }

    @Override
    public Optional<SignedCheckpoint> witnessed() {
        return checkpoint("(select max(w.size) from trail_cosignature w)", Optional.empty());
    }

    @Override
    public Optional<SignedCheckpoint> at(long size) {
        return checkpoint(":size", Optional.of(size));
    }

    /** @param which an expression of SQL for the size */
    private Optional<SignedCheckpoint> checkpoint(String which, Optional<Long> size) {
        Sql.Statement query = sql.query(
                        """
                        select c.size, c.root, c.signed_at, c.fingerprint, c.note, l.origin,
                               (select string_agg(w.line, '' order by w.witness) from trail_cosignature w where w.size = c.size)
                        from trail_checkpoint c cross join trail_log l where c.size =
                        """)
                .and(which);
        size.ifPresent(each -> query.with("size", each));
        return query.first(row -> new SignedCheckpoint(
                new Checkpoint(row.text(5), row.number(0), row.bytes(1)),
                row.instant(2),
                row.text(3),
                with(row.bytes(4), row.optionalText(6))));
    }

    private static byte[] with(byte[] note, Optional<String> cosignatures) {
        return cosignatures
                .map(lines -> (new String(note, StandardCharsets.UTF_8) + lines).getBytes(StandardCharsets.UTF_8))
                .orElse(note);
    }

    @Override
    public Tiles tiles() {
        return this::tile;
    }

    private byte[] tile(Tile tile) throws LogException {
        return sql.query("select hashes from trail_tile where level = :level and index = :index")
                .with("level", tile.level())
                .with("index", tile.index())
                .first(row -> row.bytes(0))
                .filter(hashes -> hashes.length >= tile.length())
                .map(hashes -> Arrays.copyOf(hashes, tile.length()))
                .orElseThrow(() -> new LogException(LogProblem.TILE_MISSING, tile.path()));
    }

    @Override
    public OptionalLong place(UUID event) {
        return sql.query("select index from trail_leaf where event = :event")
                .with("event", event)
                .first(row -> OptionalLong.of(row.number(0)))
                .orElse(OptionalLong.empty());
    }

    @Override
    public Map<UUID, Long> places(Collection<UUID> events) {
        return sql
                .query(
                        """
                        select event, index from trail_leaf
                        where event = any (cast(string_to_array(:events, ',') as uuid[])) order by index
                        """)
                .with("events", Sql.ids(events))
                .list(row -> Map.entry(row.id(0), row.number(1)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<byte[]> leaves(long first, int count) {
        return sql.query(
                        """
                        select e.leaf from trail_leaf l join trail_event e on e.id = l.event
                        where l.index >= :first and l.index < :last order by l.index
                        """)
                .with("first", first)
                .with("last", first + count)
                .list(row -> row.bytes(0));
    }

    @Override
    public List<KeyInForce> keys() {
        return sql.query("select fingerprint, public_key, first_size from trail_key order by first_size desc")
                .list(row -> new KeyInForce(row.text(0), row.bytes(1), row.number(2)));
    }

    @Override
    public List<ToldKeyChange> keyChanges() {
        return sql.query(KEY_CHANGES)
                .with("act", PackTrail.KEY_CHANGING)
                .list(row -> new ToldKeyChange(row.id(0), row.number(1), row.bytes(2)));
    }
}
