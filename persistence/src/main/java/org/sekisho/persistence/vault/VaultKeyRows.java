package org.sekisho.persistence.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.sekisho.domain.vault.KeyFingerprint;
import org.sekisho.domain.vault.KeyFingerprints;
import org.sekisho.persistence.shared.Sql;

/** Fingerprints of keys, in the database. */
@ApplicationScoped
public class VaultKeyRows implements KeyFingerprints {

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Override
    public List<KeyFingerprint> all() {
        return sql.query(
                        """
                        select organisation_id, key_version, fingerprint, destroyed_at, made_at from vault_key
                        order by organisation_id, key_version
                        """)
                .list(VaultKeyRows::fingerprint);
    }

    @Override
    public List<KeyFingerprint> of(UUID organisation) {
        return sql.query(
                        """
                        select organisation_id, key_version, fingerprint, destroyed_at, made_at from vault_key
                        where organisation_id = :organisation order by key_version
                        """)
                .with("organisation", organisation)
                .list(VaultKeyRows::fingerprint);
    }

    @Override
    public void add(KeyFingerprint fingerprint) {
        sql.query(
                        """
                        insert into vault_key (organisation_id, key_version, fingerprint, made_at)
                        values (:organisation, :version, :fingerprint, :now)
                        on conflict (organisation_id, key_version) do nothing
                        """)
                .with("organisation", fingerprint.organisation())
                .with("version", fingerprint.version())
                .with("fingerprint", fingerprint.fingerprint())
                .with("now", clock.instant())
                .run();
    }

    @Override
    public void markDestroyed(UUID organisation, Instant now) {
        sql.query(
                        """
                        update vault_key set destroyed_at = :now
                        where organisation_id = :organisation and destroyed_at is null
                        """)
                .with("organisation", organisation)
                .with("now", now)
                .run();
    }

    private static KeyFingerprint fingerprint(Sql.Row row) {
        return new KeyFingerprint(
                row.id(0), (int) row.number(1), row.text(2), row.optionalInstant(3), row.optionalInstant(4));
    }
}
