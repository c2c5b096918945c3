package org.sekisho.persistence.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.sekisho.domain.party.signin.SignInAttempts;
import org.sekisho.domain.party.signin.SignInThrottle;
import org.sekisho.domain.party.signin.SignInThrottle.Failures;
import org.sekisho.domain.shared.Ids;
import org.sekisho.persistence.shared.Sql;

/** Failed attempts as rows, so that all nodes count together. */
@ApplicationScoped
public class SignInAttemptRows implements SignInAttempts {

    @Inject
    private Sql sql;

    @Override
    public Failures failures(String address, byte[] accountKey, Instant now) {
        return sql.query(
                        """
                        select count(*) filter (where address = :address), count(*) filter (where account_key = :account), min(failed_at)
                        from sign_in_failure
                        where failed_at > :since and (address = :address or account_key = :account)
                        """)
                .with("address", address)
                .with("account", accountKey)
                .with("since", now.minus(SignInThrottle.WINDOW))
                .first(row -> new Failures(
                        Math.toIntExact(row.number(0)), Math.toIntExact(row.number(1)), row.optionalInstant(2)))
                .orElseThrow();
    }

    @Override
    public void recordFailure(String address, byte[] accountKey, Instant now) {
        sql.query("insert into sign_in_failure (id, address, account_key, failed_at) values (:id, :address,"
                        + " :account, :now)")
                .with("id", Ids.next())
                .with("address", address)
                .with("account", accountKey)
                .with("now", now)
                .run();
    }

    @Override
    public int forget(Instant now) {
        return sql.query("delete from sign_in_failure where failed_at <= :since")
                .with("since", now.minus(SignInThrottle.WINDOW))
                .run();
    }
}
