package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.Database.As;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.container.regime.Sessions;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.signin.Tokens;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Subject;
import org.sekisho.domain.trail.Outcome;
import org.sekisho.domain.trail.TrailEvent;
import org.sekisho.ejb.playbook.DraftPlaybook;
import org.sekisho.ejb.playbook.PlaybookService;

/**
 * What a whole use case costs – choke point, session, permission, entity manager, domain, event – against the statements that it sends,
 * sent by JDBC alone. The statements are those that the database counted, so that both do the same. It prints what is wanted and
 * doesn't fail without it; it fails when the use case sends others than it did. Runs with {@code mvn verify -Pbenchmark}.
 */
@ExtendWith(ArquillianExtension.class)
class UseCaseBenchmark {

    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int WARMING = 2_000;
    private static final int COUNTED = 50;
    private static final int EACH = 400;
    private static final List<Integer> CLIENTS = List.of(1, 8, 32);
    private static final double WANTED = 0.6;

    private static final String ENTER = "select e.person_id";
    private static final String FIND = "SELECT id, approved_at";
    private static final String INSERT = "INSERT INTO playbook";
    private static final String EVENT = "with event as";

    private final AtomicInteger number = new AtomicInteger();

    @Inject
    private AtOnce atOnce;

    @Deployment
    static WebArchive portal() {
        return PortalIT.portal();
    }

    @Test
    void aUseCaseAgainstItsStatementsByJdbc() throws SQLException {
        Player editor = Regime.get().own().person(Role.SECURITY_REVIEWER);
        draft(editor, WARMING);
        Map<String, String> statements = statements(editor);
        byJdbc(editor, statements, WARMING);
        for (int clients : CLIENTS) {
            double[] whole = new double[ROUNDS];
            double[] alone = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                whole[round] = perSecond(clients, () -> draft(editor, EACH));
                alone[round] = perSecond(clients, () -> byJdbc(editor, statements, EACH));
            }
            System.out.printf(
                    Locale.ROOT,
                    "use case, clients %d: %,.0f/s, its statements by JDBC %,.0f/s, ratio %.2f; wanted: at least %.1f%n",
                    clients,
                    median(whole),
                    median(alone),
                    median(whole) / median(alone),
                    WANTED);
        }
    }

    private double perSecond(int clients, Runnable work) {
        List<Runnable> each = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            each.add(work);
        }
        long begun = System.nanoTime();
        atOnce.run(each).forEach(outcome -> assertEquals("done", outcome));
        return clients * EACH / ((System.nanoTime() - begun) / 1e9);
    }

    private void draft(Player editor, int times) {
        PlaybookService service = Sessions.use(PlaybookService.class);
        for (int i = 0; i < times; i++) {
            DraftPlaybook command = new DraftPlaybook("measured-" + number.incrementAndGet(), "Isolation", "隔離");
            editor.run(() -> service.draft(command));
        }
    }

    /** What the use case sends, as the database counts it: the text of each statement by how it begins. */
    private Map<String, String> statements(Player editor) throws SQLException {
        Map<String, String> texts = new TreeMap<>();
        Map<String, Long> each = new TreeMap<>();
        try (Connection connection = Database.connect(As.SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
            statement.execute("select pg_stat_statements_reset()");
            draft(editor, COUNTED);
            try (ResultSet rows = statement.executeQuery(
                    "select query, calls from pg_stat_statements s join pg_roles r on r.oid = s.userid "
                            + "where r.rolname = 'sekisho_app' and calls >= " + COUNTED)) {
                while (rows.next()) {
                    String text = rows.getString(1);
                    String key = List.of(ENTER, FIND, INSERT, EVENT).stream()
                            .filter(text::startsWith)
                            .findFirst()
                            .orElse(text);
                    texts.put(key, text.replaceAll("\\$\\d+", "?"));
                    each.put(key, rows.getLong(2) / COUNTED);
                }
            }
        }
        // The pool asks each connection whether it is alive; commits aren't counted.
        assertEquals(Map.of(ENTER, 1L, FIND, 2L, INSERT, 1L, EVENT, 1L, "BEGIN", 1L, "SELECT $1", 1L), each);
        return texts;
    }

    private void byJdbc(Player editor, Map<String, String> statements, int times) {
        try (Connection connection = Database.connect(As.APPLICATION);
                PreparedStatement alive = connection.prepareStatement("SELECT 1");
                PreparedStatement enter = connection.prepareStatement(statements.get(ENTER));
                PreparedStatement find = connection.prepareStatement(statements.get(FIND));
                PreparedStatement insert = connection.prepareStatement(statements.get(INSERT));
                PreparedStatement event = connection.prepareStatement(statements.get(EVENT))) {
            connection.setAutoCommit(false);
            for (int i = 0; i < times; i++) {
                OffsetDateTime now =
                        Instant.now().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
                String code = "measured-" + number.incrementAndGet();
                UUID id = Ids.next();
                query(alive);
                query(enter, Tokens.hash(editor.token()), now);
                query(find, editor.organisation(), code, "APPROVED");
                query(find, editor.organisation(), code, "DRAFT");
                UUID by = editor.id();
                UUID of = editor.organisation();
                set(insert, id, null, null, code, now, by, null, null, of, 0, "DRAFT", "Isolation", "隔離", 1)
                        .executeUpdate();
                write(event, editor, id, now);
                connection.commit();
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void write(PreparedStatement statement, Player editor, UUID playbook, OffsetDateTime now)
            throws SQLException {
        TrailEvent event = TrailEvent.of(new TrailEvent.Draft(
                now.toInstant(),
                editor.actor(),
                Optional.of(editor.organisation()),
                "playbook.draft",
                Optional.of(new Subject("playbook", playbook)),
                Outcome.DONE,
                new TreeMap<>(Map.of("code", "measured")),
                new TreeMap<>()));
        set(
                        statement,
                        event.id(),
                        now,
                        event.actor(),
                        editor.organisation(),
                        event.act(),
                        "playbook",
                        playbook,
                        event.outcome().word(),
                        event.leaf(),
                        event.leafHash(),
                        null,
                        event.changes(),
                        event.id(),
                        event.leafHash())
                .executeUpdate();
    }

    private static void query(PreparedStatement statement, Object... parameters) throws SQLException {
        try (ResultSet rows = set(statement, parameters).executeQuery()) {
            while (rows.next()) {
                rows.getObject(1);
            }
        }
    }

    private static PreparedStatement set(PreparedStatement statement, @Nullable Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
