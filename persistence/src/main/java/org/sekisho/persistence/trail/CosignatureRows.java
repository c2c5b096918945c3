package org.sekisho.persistence.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.sekisho.domain.trail.log.Cosignatures;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.proof.note.NoteSignature;

/** Cosignatures as rows. */
@ApplicationScoped
public class CosignatureRows implements Cosignatures {

    @Inject
    private Sql sql;

    @Override
    public long latestOf(String witness) {
        return sql.query("select coalesce(max(size), 0) from trail_cosignature where witness = :witness")
                .with("witness", witness)
                .first(row -> row.number(0))
                .orElse(0L);
    }

    @Override
    public void keep(long size, NoteSignature cosignature, Instant at) {
        sql.query(
                        """
                        insert into trail_cosignature (size, witness, line, kept_at)
                        values (:size, :witness, :line, :at) on conflict do nothing
                        """)
                .with("size", size)
                .with("witness", cosignature.name())
                .with("line", cosignature.line())
                .with("at", at)
                .run();
    }
}
