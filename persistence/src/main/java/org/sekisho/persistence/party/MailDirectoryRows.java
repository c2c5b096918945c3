package org.sekisho.persistence.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Function;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.mail.MailDirectory;
import org.sekisho.domain.party.mail.MailKind;
import org.sekisho.domain.party.mail.MailState;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.Keyset;
import org.sekisho.persistence.shared.Keyset.Sort;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;
import org.sekisho.persistence.shared.Sql.Statement;

/** Lists of mails. */
@ApplicationScoped
public class MailDirectoryRows implements MailDirectory {

    private static final Sort CREATED = Sort.latest("m.created_at");
    private static final Keyset KEYSET = new Keyset(
            "m.id",
            CREATED,
            Map.of(
                    "created", CREATED,
                    "email", Sort.text("p.email"),
                    "kind", Sort.text("m.kind"),
                    "state", Sort.text("m.state")));

    @Inject
    private Sql sql;

    @Override
    public Page<MailRow> list(MailFilter filter, PageRequest page) {
        return KEYSET.page(
                sql,
                """
                m.id, p.id, p.email, p.name_en, p.name_ja, m.kind, m.state, m.attempts, m.created_at, m.next_attempt_at, m.sent_at,
                m.failure
                """,
                "from mail m join person p on p.id = m.person_id where true",
                filtered(filter),
                page,
                MailDirectoryRows::row);
    }

    private static Function<Statement, Statement> filtered(MailFilter filter) {
        return statement -> statement
                .where(
                        "and (p.email like lower(:text) or p.name_en ilike :text or p.name_ja ilike :text)",
                        "text",
                        filter.text().filter(text -> !text.isBlank()).map(Keyset::containing))
                .where("and m.state = :state", "state", filter.state());
    }

    private static MailRow row(Row row) {
        return new MailRow(
                row.id(0),
                row.id(1),
                row.text(2),
                new Name(row.text(3), row.text(4)),
                row.constant(5, MailKind.class),
                row.constant(6, MailState.class),
                Math.toIntExact(row.number(7)),
                row.instant(8),
                row.instant(9),
                row.optionalInstant(10),
                row.optionalText(11));
    }
}
