package org.sekisho.persistence.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.mail.MailKind;
import org.sekisho.domain.party.mail.MailOutbox;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonObject;

/** Mails as rows. */
@ApplicationScoped
public class MailRows implements MailOutbox {

    @Inject
    private Sql sql;

    @Override
    public void add(List<NewMail> mails, Instant now) {
        sql.query(
                        """
                        insert into mail (id, person_id, kind, path, due, token, waiting, state, attempts, next_attempt_at, created_at)
                        select x.id, x.person, x.kind, x.path, x.due, decode(x.token, 'base64'), x.waiting,
                               'WAITING', 0, :now, :now
                        from json_to_recordset(cast(:rows as json))
                            as x(id uuid, person uuid, kind text, path text, due timestamptz, token text, waiting integer)
                        """)
                .with(
                        "rows",
                        CanonicalJson.text(
                                JsonArray.of(mails.stream().map(MailRows::json).toList())))
                .with("now", now)
                .run();
    }

    private static JsonObject json(NewMail mail) {
        JsonObject.Builder row = JsonObject.builder()
                .put("id", mail.id().toString())
                .put("person", mail.recipient().toString())
                .put("kind", mail.kind().name())
                .put("path", mail.path());
        mail.due().ifPresent(due -> row.put("due", due.toString()));
        mail.token().ifPresent(token -> row.put("token", Base64.getEncoder().encodeToString(token)));
        if (mail.waiting() > 0) {
            row.put("waiting", mail.waiting());
        }
        return row.build();
    }

    @Override
    public List<WaitingMail> takeDue(int most, Instant now) {
        return sql.query(
                        """
                        select m.id, p.email, p.language, p.home_organisation_id, m.kind, m.path, m.due, m.token,
                               coalesce(m.waiting, 0), m.attempts
                        from mail m join person p on p.id = m.person_id
                        where m.state = 'WAITING' and m.next_attempt_at <= :now
                        order by m.next_attempt_at, m.id limit :most
                        for update of m skip locked
                        """)
                .with("now", now)
                .with("most", most)
                .list(row -> new WaitingMail(
                        row.id(0),
                        EmailAddress.of(row.text(1)),
                        row.constant(2, ReadingLanguage.class),
                        row.id(3),
                        row.constant(4, MailKind.class),
                        row.text(5),
                        row.optionalInstant(6),
                        row.isNull(7) ? Optional.empty() : Optional.of(row.bytes(7)),
                        Math.toIntExact(row.number(8)),
                        Math.toIntExact(row.number(9))));
    }

    @Override
    public void sent(UUID mail, Instant now) {
        sql.query(
                        """
                        update mail set state = 'SENT', token = null, sent_at = :now, attempts = attempts + 1
                        where id = :id
                        """)
                .with("id", mail)
                .with("now", now)
                .run();
    }

    @Override
    public void putOff(Collection<UUID> mails, Instant until, Instant now) {
        sql.query(
                        """
                        update mail set next_attempt_at = :until,
                               state = case when token is not null and due <= :now then 'GIVEN_UP' else state end,
                               token = case when due <= :now then null else token end
                        where id = any (cast(string_to_array(:ids, ',') as uuid[]))
                        """)
                .with("ids", mails.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .with("until", until)
                .with("now", now)
                .run();
    }

    @Override
    public void failed(UUID mail, int attempts, String failure, Instant now) {
        notTaken(mail, attempts >= MOST_ATTEMPTS, attempts, failure, now);
    }

    @Override
    public void refused(UUID mail, int attempts, String failure, Instant now) {
        notTaken(mail, true, attempts, failure, now);
    }

    private void notTaken(UUID mail, boolean givenUp, int attempts, String failure, Instant now) {
        sql.query(
                        """
                        update mail set state = :state, attempts = :attempts, next_attempt_at = :again, failure = :failure,
                               token = case when :state = 'GIVEN_UP' then null else token end
                        where id = :id
                        """)
                .with("id", mail)
                .with("state", givenUp ? "GIVEN_UP" : "WAITING")
                .with("attempts", attempts)
                .with("failure", failure.length() <= FAILURE_LIMIT ? failure : failure.substring(0, FAILURE_LIMIT))
                .with("again", now.plus(MailOutbox.waitAfter(attempts)))
                .run();
    }

    @Override
    public boolean tryAnew(UUID mail, Instant now) {
        return sql.query(
                                """
                                update mail set state = 'WAITING', attempts = 0, next_attempt_at = :now
                                where id = :id and state = 'GIVEN_UP' and kind not in ('INVITATION', 'RESET')
                                """)
                        .with("id", mail)
                        .with("now", now)
                        .run()
                == 1;
    }
}
