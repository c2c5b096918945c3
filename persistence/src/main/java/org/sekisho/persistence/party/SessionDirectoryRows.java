package org.sekisho.persistence.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.signin.LoginSession;
import org.sekisho.domain.party.signin.SessionDirectory;
import org.sekisho.domain.party.signin.SessionKind;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.Keyset;
import org.sekisho.persistence.shared.Keyset.Sort;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;
import org.sekisho.persistence.shared.Sql.Statement;

/** Lists of who is signed in. */
@ApplicationScoped
public class SessionDirectoryRows implements SessionDirectory {

    private static final String COLUMNS =
            """
            s.id, p.id, p.email, p.name_en, p.name_ja, o.short_name, o.name_en, o.name_ja, s.kind, s.second_factor, s.address,
            s.user_agent, s.signed_in_at, s.last_seen_at, s.expires_at
            """;
    private static final String SOURCE =
            """
            from login_session s
                join person p on p.id = s.person_id
                join organisation o on o.id = s.organisation_id
            where s.ended_at is null and s.expires_at > :now and s.last_seen_at > :idle
            """;
    private static final Sort LAST_SEEN = Sort.latest("s.last_seen_at");
    private static final Keyset KEYSET = new Keyset(
            "s.id",
            LAST_SEEN,
            Map.of(
                    "lastSeen", LAST_SEEN,
                    "signedIn", Sort.latest("s.signed_in_at"),
                    "email", Sort.text("p.email"),
                    "organisation", Sort.text("o.short_name"),
                    "address", Sort.text("s.address")));

    @Inject
    private Sql sql;

    @Override
    public Page<SessionRow> list(SessionFilter filter, PageRequest page, Instant now) {
        return KEYSET.page(
                sql,
                COLUMNS,
                SOURCE,
                statement -> filtered(filter).apply(live(statement, now)),
                page,
                SessionDirectoryRows::row);
    }

    @Override
    public List<SessionRow> of(UUID person, Instant now) {
        return live(sql.query("select " + COLUMNS + SOURCE), now)
                .and("and s.person_id = :person order by s.last_seen_at desc, s.id desc")
                .with("person", person)
                .list(SessionDirectoryRows::row);
    }

    private static Statement live(Statement statement, Instant now) {
        return statement.with("now", now).with("idle", now.minus(LoginSession.IDLE_LIMIT));
    }

    private static Function<Statement, Statement> filtered(SessionFilter filter) {
        return statement -> statement
                .where(
                        "and (p.email like lower(:text) or p.name_en ilike :text or p.name_ja ilike :text)",
                        "text",
                        filter.text().filter(text -> !text.isBlank()).map(Keyset::containing))
                .where("and s.person_id = :person", "person", filter.person())
                .where("and s.organisation_id = :organisation", "organisation", filter.organisation())
                .where("and s.kind = :kind", "kind", filter.kind());
    }

    private static SessionRow row(Row row) {
        Instant lastSeen = row.instant(13);
        Instant expires = row.instant(14);
        Instant idle = lastSeen.plus(LoginSession.IDLE_LIMIT);
        return new SessionRow(
                row.id(0),
                row.id(1),
                row.text(2),
                new Name(row.text(3), row.text(4)),
                row.text(5),
                new Name(row.text(6), row.text(7)),
                row.constant(8, SessionKind.class),
                row.flag(9),
                row.text(10),
                row.text(11),
                row.instant(12),
                lastSeen,
                idle.isBefore(expires) ? idle : expires);
    }
}
