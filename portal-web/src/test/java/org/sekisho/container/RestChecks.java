package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.container.regime.Sessions;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.ejb.report.FileReport;
import org.sekisho.ejb.report.ReportService;

/** Calls the REST interface as a program does. */
final class RestChecks {

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI portal = URI.create("http://127.0.0.1:" + System.getenv("SEKISHO_PORT"));
    private final Player ciso = Regime.get().own().person(Role.CISO);
    private final Player analyst = Regime.get().own().person(Role.ANALYST);

    /** Sends one freeze several times without waiting for answers; status and body of each. The key is its reason as well. */
    List<String> freezeAtOnce(String key, int times) {
        String analyst = Regime.get().own().person(Role.ANALYST).email();
        HttpRequest request = post(
                        "/api/v1/freezes", "{\"scope\":{\"person\":\"" + analyst + "\"},\"reason\":\"" + key + "\"}")
                .header("Idempotency-Key", key)
                .build();
        List<CompletableFuture<HttpResponse<String>>> sent = Stream.generate(
                        () -> client.sendAsync(request, BodyHandlers.ofString()))
                .limit(times)
                .toList();
        return sent.stream()
                .map(CompletableFuture::join)
                .map(answer -> answer.statusCode() + " " + answer.body())
                .toList();
    }

    /** How many freezes have this reason. */
    int freezes(String reason) {
        return Database.texts("select id::text from access_freeze where reason = ?", reason)
                .size();
    }

    /** Three reports at once: one's own, the original itself, and a rival's. Each is decided by itself, and under its key once. */
    void severalReportsAreDecidedEachByItself() {
        UUID original = file("The first");
        UUID duplicate = file("The same once more");
        UUID rivals = Regime.get().other().thing("report");
        String body = "{\"decision\":\"MARK_DUPLICATE\",\"original\":\"" + original
                + "\",\"reason\":\"The same line\",\"reports\":[\"" + duplicate + "\",\"" + original + "\",\"" + rivals
                + "\"]}";
        HttpRequest.Builder request = post("/api/v1/reports/decisions", body)
                .setHeader("Authorization", "Bearer " + analyst.token())
                .header("Idempotency-Key", "several");
        for (int i = 0; i < 2; i++) {
            String answer = client.sendAsync(request.build(), BodyHandlers.ofString())
                    .thenApply(HttpResponse::body)
                    .join();
            assertTrue(answer.contains("\"done\":1,"), answer);
            assertTrue(answer.contains("\"code\":\"report.duplicate-of-itself\""), answer);
            assertTrue(answer.contains("\"code\":\"shared.not-found\""), answer);
        }
        assertEquals(List.of("DUPLICATE"), Database.texts("select state from report where id = ?", duplicate));
        assertEquals(List.of("RECEIVED"), Database.texts("select state from report where id = ?", original));
        assertEquals(List.of("done"), told(duplicate));
        assertEquals(List.of("refused", "refused"), told(original));
        String another = body.replace(duplicate.toString(), file("Another one").toString());
        assertEquals(
                422,
                client.sendAsync(
                                post("/api/v1/reports/decisions", another)
                                        .setHeader("Authorization", "Bearer " + analyst.token())
                                        .header("Idempotency-Key", "several")
                                        .build(),
                                BodyHandlers.ofString())
                        .join()
                        .statusCode());
        assertTrue(answer("/api/v1/reports/decisions", "{\"decision\":\"AGREE\",\"reports\":[\"" + original + "\"]}")
                .startsWith("422 "));
        assertTrue(answer("/api/v1/reports/decisions", "{\"decision\":\"CLAIM\",\"reports\":[]}")
                .startsWith("422 "));
    }

    /** What is the rival's isn't there. */
    void whatIsTheRivalsIsNotFound() {
        Bank rival = Regime.get().other();
        for (String path : List.of(
                "releases/" + rival.thing("release"),
                "releases/" + rival.thing("release") + "/content",
                "releases/choices?report=" + rival.thing("report"),
                "embargoes/" + rival.thing("embargo"),
                "embargoes?report=" + rival.thing("report"),
                "reports/" + rival.thing("report") + "/rating")) {
            assertEquals(404, status(get(path)), path);
        }
        assertEquals(200, status(get("releases/" + Regime.get().own().thing("release"))));
        assertEquals(200, status(get("embargoes/" + Regime.get().own().thing("embargo"))));
        for (String path : List.of("review-queue", "releases", "embargoes", "reviewers", "duty-shifts")) {
            assertEquals(200, status(get(path)), path);
        }
        for (String act :
                List.of("approve", "decline", "withdraw", "recall", "confirm-receipt", "confirm-destruction")) {
            String answer = answer(
                    "/api/v1/releases/" + rival.thing("release") + "/" + act,
                    "{\"sha256\":\"ab\",\"reason\":\"None\"}");
            assertTrue(answer.startsWith("404 "), act + ": " + answer);
        }
        for (String act : List.of("answer", "extend", "end", "report-breach")) {
            String answer = answer(
                    "/api/v1/embargoes/" + rival.thing("embargo") + "/" + act,
                    "{\"accepts\":true,\"until\":\"2027-01-01T00:00:00Z\",\"answerBy\":\"2026-12-20T00:00:00Z\",\"reason\":\"None\"}");
            assertTrue(answer.startsWith("404 "), act + ": " + answer);
        }
    }

    private UUID file(String title) {
        return analyst.as(() -> Sessions.use(ReportService.class)
                .file(new FileReport(
                        Regime.get().own().thing("agreement"), Tlp.AMBER, ReportContent.of(title, "Looked at"))));
    }

    private static List<String> told(UUID report) {
        return Database.texts(
                "select outcome from trail_event where act = 'report.mark-duplicate' and subject_id = ?", report);
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(portal.resolve("/api/v1/" + path))
                .header("Authorization", "Bearer " + ciso.token())
                .build();
    }

    private int status(HttpRequest request) {
        return client.sendAsync(request, BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode)
                .join();
    }

    /** Status and body of what a text is answered. */
    String answer(String path, String text) {
        return client.sendAsync(post(path, text).build(), BodyHandlers.ofString())
                .thenApply(answer -> answer.statusCode() + " " + answer.body())
                .join();
    }

    private HttpRequest.Builder post(String path, String body) {
        return HttpRequest.newBuilder(portal.resolve(path))
                .header("Authorization", "Bearer " + ciso.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }
}
