package org.sekisho.persistence.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.sekisho.domain.party.signin.SignInAttempts;
import org.sekisho.domain.party.signin.SignInThrottle;
import org.sekisho.domain.party.signin.SignInThrottle.Failures;
import org.sekisho.domain.party.signin.SignInThrottle.Tally;
import org.sekisho.domain.shared.Ids;
import org.sekisho.persistence.shared.Sql;

/** Failed attempts as rows, so that all nodes count together. */
@ApplicationScoped
public class SignInAttemptRows implements SignInAttempts {

    @Inject
    private Sql sql;

    @Override
    public Failures failures(String address, byte[] accountKey, Instant now) {
        Instant since = now.minus(SignInThrottle.WINDOW);
        return new Failures(
                tally("address = :key", address, SignInThrottle.MOST_BY_ADDRESS, since),
                tally("account_key = :key", accountKey, SignInThrottle.MOST_BY_ACCOUNT, since));
    }

    /** Counts a little above the limit when attempts run beside each other; then the oldest of so many that reach it decides. */
    private Tally tally(String condition, Object key, int most, Instant since) {
        return sql.query("select count(*), min(failed_at) filter (where place = " + most + ") from (select failed_at,"
                        + " row_number() over (order by failed_at desc) as place from sign_in_failure"
                        + " where failed_at > :since and " + condition + ") counted")
                .with("since", since)
                .with("key", key)
                .first(row -> new Tally(Math.toIntExact(row.number(0)), row.optionalInstant(1)))
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
