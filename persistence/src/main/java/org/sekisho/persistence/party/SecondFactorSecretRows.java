package org.sekisho.persistence.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.signin.SecondFactorSecrets;
import org.sekisho.persistence.shared.Sql;

/** Sealed secrets as rows. */
@ApplicationScoped
public class SecondFactorSecretRows implements SecondFactorSecrets {

    @Inject
    private Sql sql;

    @Override
    public Optional<byte[]> find(UUID person) {
        return sql.query("select secret from second_factor_secret where person_id = :person")
                .with("person", person)
                .first(row -> row.bytes(0));
    }

    @Override
    public void keep(UUID person, byte[] sealed) {
        sql.query(
                        """
                        insert into second_factor_secret (person_id, secret) values (:person, :secret)
                        on conflict (person_id) do update set secret = excluded.secret
                        """)
                .with("person", person)
                .with("secret", sealed)
                .run();
    }

    @Override
    public void erase(UUID person) {
        sql.query("delete from second_factor_secret where person_id = :person")
                .with("person", person)
                .run();
    }
}
