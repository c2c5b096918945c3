package org.sekisho.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.server.ExternalDatabase.Credentials;

/** What people get by mail, from two nodes over a real mail server that isn't there at first. */
class NoticesIT {

    private static final Path JAR = Path.of(System.getProperty("sekisho.jar", "target/sekisho.jar"));
    private static final String READER_OF_JAPANESE = "signatory@hinode.example";

    private static final String NOTICES = "select from mail where kind = 'WAITING'";
    private static final String TRIED = NOTICES + " and next_attempt_at > created_at";
    /** What the portal takes for now. */
    private static final String CLOCK = "(now() + (select offset_seconds from clock_setting) * interval '1 second')";

    /** The whole of a mail: anything more would be content. */
    private static final Pattern ENGLISH = Pattern.compile(
            """
            (?:One thing waits|(\\d+) things wait) for you in the portal\\. (?:No date is set|(?:Due|First due): [^()]+ JST \\([^()]+ UTC\\))\\.

            http://localhost:\\d+/home

            You are told of each thing when it arises; then five business days and one business day before it is due \\(a day before, where it is due at an hour\\); and when its time has run out\\.

            This mail was sent by Sekisho; nobody reads answers to it\\. It never asks for a password\\.
            """);

    private static final Pattern JAPANESE = Pattern.compile(
            """
            ポータルに、ご対応いただく事項が(\\d+)件あります。(?:期限の定めはありません。|(?:最初の)?期限:[^()]+\\(日本時間\\)、[^()]+\\(UTC\\))

            http://localhost:\\d+/home

            各事項について、発生したとき、期限日の5銀行営業日前と1銀行営業日前\\(期限が時刻で定められているものは1日前\\)、期限が過ぎたときにお知らせします。

            このメールはSekishoから自動で送信しています。返信いただいてもお読みできません。パスワードをメールでお尋ねすることはありません。
            """);

    @Test
    void everyoneIsToldOnceOfWhatTheirPageShows() throws Exception {
        int port = PortCheck.free();
        String smtp = "smtp://127.0.0.1:" + port;
        try (DemoPortal portal = DemoPortal.start("notices", Map.of("SEKISHO_SMTP_URL", smtp));
                SekishoProcess second = secondNode(portal, smtp)) {
            assertEquals(people(portal), portal.accounts().stream().sorted().toList(), "whose page can be looked at");
            update(portal, "update person set language = 'JA' where email = ?", READER_OF_JAPANESE);
            SekishoProcess.await("a mail was tried in vain", asking(portal, "select exists (" + TRIED + ")"));
            assertFalse(is(portal, "select exists (" + NOTICES + " and state <> 'WAITING')"), "nothing is lost");

            GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            server.start();
            try {
                awaitAllTold(portal);
                // What the calendar of audits plans meanwhile is told a minute later: the last mail counts.
                SekishoProcess.await("the mails count what the pages show", () -> lastOnesAgree(portal, server));
                assertTrue(
                        told(server).containsKey(READER_OF_JAPANESE),
                        told(server).toString());

                server.purgeEmailFromAllMailboxes();
                // Both nodes reach the first reminder at the same instant.
                update(
                        portal,
                        "update clock_setting set offset_seconds = offset_seconds + cast(ceil(extract(epoch from"
                                + " (select min(tell_at) from notice where tell_at > " + CLOCK + ") - " + CLOCK
                                + ")) as integer) + ?",
                        5);
                SekishoProcess.await("somebody is reminded", () -> server.getReceivedMessages().length > 0);
                awaitAllTold(portal);
                told(server).forEach((person, counts) -> assertEquals(1, counts.size(), "mails for " + person));
            } finally {
                server.stop();
            }
            assertTrue(second.portal().isAlive());
        }
    }

    /** Nothing is left to tell, and nothing to send. */
    private static void awaitAllTold(DemoPortal portal) throws InterruptedException {
        SekishoProcess.await(
                "everyone is told",
                asking(
                        portal,
                        "select exists (" + NOTICES + " and state = 'SENT') and not exists (" + NOTICES
                                + " and state = 'WAITING') and not exists (select from notice where tell_at <= " + CLOCK
                                + ")"));
    }

    private static boolean lastOnesAgree(DemoPortal portal, GreenMail server) {
        try {
            SortedMap<String, Integer> last = new TreeMap<>();
            told(server).forEach((person, counts) -> last.put(person, counts.get(counts.size() - 1)));
            return onPages(portal, last).equals(last);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** How many things each person's mails say wait, in their order; they say nothing else. */
    private static SortedMap<String, List<Integer>> told(GreenMail server) throws MessagingException, IOException {
        SortedMap<String, List<Integer>> told = new TreeMap<>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            String to = mail.getRecipients(Message.RecipientType.TO)[0].toString();
            boolean japanese = to.equals(READER_OF_JAPANESE);
            if (!mail.getSubject().equals(japanese ? "ご対応いただく事項があります" : "Something waits for you")) {
                // The demo's people were invited too.
                continue;
            }
            String text = mail.getContent().toString().replace("\r\n", "\n");
            Matcher words = (japanese ? JAPANESE : ENGLISH).matcher(text.strip() + "\n");
            assertTrue(words.matches(), text);
            int count = words.group(1) == null ? 1 : Integer.parseInt(words.group(1));
            told.computeIfAbsent(to, person -> new ArrayList<>()).add(count);
        }
        return told;
    }

    /** How many things wait on each account's home page; those with none are left out, but for those in question. */
    private static SortedMap<String, Integer> onPages(DemoPortal portal, Map<String, Integer> told) throws Exception {
        SortedMap<String, Integer> shown = new TreeMap<>();
        for (String account : portal.accounts()) {
            int rows = rowsOnHome(portal, account);
            if (rows > 0 || told.containsKey(account)) {
                shown.put(account, rows);
            }
        }
        return shown;
    }

    private static int rowsOnHome(DemoPortal portal, String account) throws Exception {
        String token = account + UUID.randomUUID();
        update(
                portal,
                "insert into login_session (id, version, token_hash, person_id, organisation_id, kind, second_factor,"
                        + " address, user_agent, signed_in_at, expires_at, last_seen_at) "
                        + "select gen_random_uuid(), 0, ?, p.id, p.home_organisation_id, 'PAGE', true, '', '', t.at,"
                        + " t.at + interval '1 hour', t.at from person p, (select " + CLOCK
                        + " as at) t where p.email = ?",
                Sha256.digest(token.getBytes(StandardCharsets.UTF_8)),
                account);
        HttpRequest home = HttpRequest.newBuilder(portal.url().resolve("/home"))
                .header("Cookie", "sekisho-session=" + token)
                .build();
        String page =
                HttpClient.newHttpClient().send(home, BodyHandlers.ofString()).body();
        assertTrue(page.contains("id=\"waiting\""), account + ": " + page);
        return page.split("data-row=", -1).length - 1;
    }

    /** On the first one's database, with the same keys and content. */
    private static SekishoProcess secondNode(DemoPortal first, String smtp) throws IOException, InterruptedException {
        Path data = DemoPortal.freshFolder("notices-second");
        LoadedDemo.programsInto(data, JAR);
        return SekishoProcess.start(
                        JAR,
                        Map.of(
                                "SEKISHO_DEMO", "true",
                                "SEKISHO_DATA", data.toString(),
                                "SEKISHO_KEYS", first.data().resolve("keys").toString(),
                                "SEKISHO_CONTENT",
                                        first.data().resolve("content").toString(),
                                "SEKISHO_PORT", Integer.toString(PortCheck.free()),
                                "SEKISHO_PUBLIC_URL", first.url().toString(),
                                "SEKISHO_SMTP_URL", smtp,
                                "SEKISHO_DB_URL", url(first),
                                "SEKISHO_DB_USER", "sekisho_app",
                                "SEKISHO_DB_PASSWORD", password(first, "sekisho_app")))
                .awaitLine("Sekisho is ready");
    }

    private static BooleanSupplier asking(DemoPortal portal, String question) {
        return () -> {
            try {
                return is(portal, question);
            } catch (SQLException | IOException broken) {
                throw new IllegalStateException(question, broken);
            }
        };
    }

    private static List<String> people(DemoPortal portal) throws SQLException, IOException {
        List<String> people = new ArrayList<>();
        try (Connection owner = owner(portal);
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("select email from person order by email collate \"C\"")) {
            while (rows.next()) {
                people.add(rows.getString(1));
            }
        }
        return people;
    }

    private static boolean is(DemoPortal portal, String question) throws SQLException, IOException {
        try (Connection owner = owner(portal);
                PreparedStatement statement = owner.prepareStatement(question);
                ResultSet answer = statement.executeQuery()) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static void update(DemoPortal portal, String sql, Object... values) throws SQLException, IOException {
        try (Connection owner = owner(portal);
                PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            assertTrue(statement.executeUpdate() > 0, sql);
        }
    }

    private static Connection owner(DemoPortal portal) throws SQLException, IOException {
        return Connections.source(
                        url(portal) + "?currentSchema=sekisho",
                        new Credentials("sekisho_owner", password(portal, "sekisho_owner")))
                .getConnection();
    }

    /** The fourth line of PostgreSQL's own note is its port. */
    private static String url(DemoPortal portal) throws IOException {
        String port = Files.readAllLines(portal.data().resolve("database/postmaster.pid"))
                .get(3);
        return "jdbc:postgresql://127.0.0.1:" + port + "/sekisho";
    }

    private static String password(DemoPortal portal, String role) throws IOException {
        return Files.readString(portal.data().resolve("secrets/" + role + ".password"));
    }
}
