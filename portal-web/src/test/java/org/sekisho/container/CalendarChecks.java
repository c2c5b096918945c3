package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.container.regime.Sessions.use;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.Kept;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.domain.trail.RecentEvents;
import org.sekisho.domain.trail.TrailEventRow;
import org.sekisho.ejb.assurance.AuditCalendarService;
import org.sekisho.ejb.assurance.CalendarFeedService;
import org.sekisho.ejb.shared.Caller;
import org.sekisho.ejb.trail.TrailService;

/** The audit calendar as a program reads it: without a session, as the person who made the address, and only while they may. */
final class CalendarChecks {

    private static final String EVENTS =
            "select act || ' ' || outcome from trail_event where subject_kind = 'calendar-feed' and actor = ? order by"
                    + " time, id";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI portal = URI.create("http://127.0.0.1:" + System.getenv("SEKISHO_PORT"));
    private final Regime regime = Regime.get();
    private final Bank own = regime.own();
    private final Bank other = regime.other();
    private final Player ciso = own.person(Role.CISO);
    private final CalendarFeedService feeds = use(CalendarFeedService.class);

    /** What happened to this person's addresses since there were so many events of them. */
    private static List<String> events(Player player, int before) {
        List<String> all = Database.texts(EVENTS, player.actor());
        return all.subList(before, all.size());
    }

    /** Without its audits an agreement lacks several, and the calendar schedules one after the other. */
    void whatIsScheduledIsOneLineOfTheNews() throws SQLException {
        UUID agreement = own.thing("agreement");
        try (Connection connection = Database.connect(Database.As.SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("delete from sekisho.engagement where agreement_id = '" + agreement + "'");
        }
        Instant before = Instant.now();
        AuditCalendarService calendar = use(AuditCalendarService.class);
        int scheduled = Caller.as(SystemJob.AUDIT_CALENDAR, () -> {
            int most = 1;
            while (calendar.scheduleNext(agreement)) {
                most++;
            }
            return most;
        });
        assertTrue(scheduled > 1, "The calendar scheduled " + scheduled);
        List<TrailEventRow> news = regime.player(Role.COORDINATOR)
                .as(() -> use(TrailService.class).newsSince(before.minusMillis(1), RecentEvents.MOST));
        assertEquals(
                List.of("audit.schedule-next"),
                news.stream()
                        .map(TrailEventRow::act)
                        .filter(each -> each.startsWith("audit."))
                        .toList());
    }

    void anAddressShowsItsPersonsAuditsUntilItIsReplacedOrRevoked() throws IOException, InterruptedException {
        int before = events(ciso, 0).size();
        try {
            String token = ciso.as(feeds::makeFeed);
            // Asked before: the calendar may plan another at this very moment.
            List<UUID> audits = engagements(own);
            HttpResponse<byte[]> answer = read(token, "");
            assertEquals(200, answer.statusCode());
            assertEquals(
                    "text/calendar;charset=utf-8",
                    header(answer, "Content-Type").replace(" ", "").toLowerCase(Locale.ROOT));
            assertEquals("private, no-cache", header(answer, "Cache-Control"));
            String calendar = new String(answer.body(), StandardCharsets.UTF_8).replace("\r\n ", "");
            for (UUID id : audits) {
                assertTrue(calendar.contains("UID:report-due-" + id + "@sekisho"), calendar);
                assertTrue(calendar.contains("/audit?id=" + id + "\r\n"), calendar);
            }
            for (UUID id : engagements(other)) {
                assertFalse(calendar.contains(id.toString()), calendar);
            }
            assertEquals(304, read(token, header(answer, "ETag")).statusCode());
            assertTrue(ciso.as(feeds::feed).orElseThrow().lastReadAt().isPresent());

            String next = ciso.as(feeds::makeFeed);
            assertEquals(404, read(token, "").statusCode());
            assertEquals(200, read(next, "").statusCode());
            ciso.run(feeds::revokeFeed);
            assertEquals(404, read(next, "").statusCode());
            assertTrue(ciso.as(feeds::feed).isEmpty());
            assertEquals(
                    List.of("audit.make-feed done", "audit.make-feed done", "audit.revoke-feed done"),
                    events(ciso, before));
        } finally {
            Kept.restore();
        }
    }

    void aLockedPersonsAddressIsntThere() throws IOException, InterruptedException {
        try {
            String token = ciso.as(feeds::makeFeed);
            assertEquals(200, read(token, "").statusCode());
            Database.run(
                    "update role_assignment set state = 'ENDED', closed_at = effective_at where person_id = ?",
                    ciso.id());
            assertEquals(404, read(token, "").statusCode());
            Database.run("update person set state = 'LOCKED' where id = ?", ciso.id());
            assertEquals(404, read(token, "").statusCode());
            HttpResponse<byte[]> unknown = read("no-such-token", "");
            assertEquals(404, unknown.statusCode());
            assertEquals(0, unknown.body().length, "Nobody's page stands in the place of the calendar");
        } finally {
            Kept.restore();
        }
    }

    /** What an auditor reads by an address is recorded, the first time on a day: the program asks again and again. */
    void anAuditorsReadingIsRecorded() throws IOException, InterruptedException {
        Player auditor = regime.player(Role.AUDITOR);
        int before = events(auditor, 0).size();
        try {
            String token = auditor.as(feeds::makeFeed);
            assertEquals(200, read(token, "").statusCode());
            assertEquals(200, read(token, "").statusCode());
            assertEquals(List.of("audit.make-feed done", "audit.read-feed done"), events(auditor, before));
            Database.run("update calendar_feed set told_on = told_on - 1 where person_id = ?", auditor.id());
            assertEquals(200, read(token, "").statusCode());
            assertEquals(3, events(auditor, before).size());
        } finally {
            Kept.restore();
        }
    }

    void guessesAreLimited() throws IOException, InterruptedException {
        try {
            int status = 404;
            for (int guess = 0; guess <= 20 && status == 404; guess++) {
                status = read("a-guess", "").statusCode();
            }
            assertEquals(429, status);
        } finally {
            Kept.restore();
        }
    }

    private static List<UUID> engagements(Bank bank) {
        return Database.texts(
                        "select id::text from engagement where responsible_party_id = ?::uuid", bank.organisation())
                .stream()
                .map(UUID::fromString)
                .toList();
    }

    private HttpResponse<byte[]> read(String token, String known) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(portal.resolve("/calendar/" + token + ".ics"));
        if (!known.isEmpty()) {
            request.header("If-None-Match", known);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
