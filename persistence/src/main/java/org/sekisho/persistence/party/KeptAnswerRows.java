package org.sekisho.persistence.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.KeptAnswers;
import org.sekisho.persistence.shared.Sql;

/** Kept answers; one past its time is overwritten by the next use of its key. */
@ApplicationScoped
public class KeptAnswerRows implements KeptAnswers {

    @Inject
    private Sql sql;

    @Override
    public Optional<KeptAnswer> find(UUID person, String operation, String key, Instant now) {
        sql.lock("answer " + person + " " + operation + " " + key);
        return sql.query(
                        """
                        select body_hash, answer from kept_answer
                        where person_id = :person and operation = :operation and key = :key and kept_at > :since
                        """)
                .with("person", person)
                .with("operation", operation)
                .with("key", key)
                .with("since", now.minus(KEPT))
                .first(row -> new KeptAnswer(row.text(0), row.text(1)));
    }

    @Override
    public void keep(UUID person, String operation, String key, KeptAnswer answer, Instant now) {
        sql.query(
                        """
                        delete from kept_answer
                        where person_id = :person and kept_at <= :since
                        """)
                .with("person", person)
                .with("since", now.minus(KEPT))
                .run();
        sql.query(
                        """
                        insert into kept_answer (person_id, operation, key, body_hash, answer, kept_at)
                        values (:person, :operation, :key, :bodyHash, :answer, :now)
                        """)
                .with("person", person)
                .with("operation", operation)
                .with("key", key)
                .with("bodyHash", answer.bodyHash())
                .with("answer", answer.answer())
                .with("now", now)
                .run();
    }
}
