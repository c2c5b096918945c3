package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.PageReader;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.container.regime.Sessions;
import org.sekisho.domain.agreement.clause.ClauseError;
import org.sekisho.domain.agreement.clause.TablesClause;
import org.sekisho.domain.agreement.clause.TablesClause.TableReference;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.decision.TableUse;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.ejb.agreement.DraftingService;
import org.sekisho.ejb.agreement.NegotiationService;
import org.sekisho.ejb.agreement.SigningService;
import org.sekisho.ejb.report.decision.DraftTable;
import org.sekisho.ejb.report.decision.TableName;
import org.sekisho.ejb.report.decision.TableService;

/** Edits a draft of a decision table as a person does on its page, and as a program does. */
final class TableChecks {

    private static final String PAGE = "/decision-table?code=sky&version=1";
    private static final String REST = "/api/v1/decision-tables/sky/1";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Player coordinator = Regime.get().player(Role.COORDINATOR);

    /** A table of four combinations, of which two have a row. */
    TableChecks() {
        byte[] file = "Sky,Wind,Outcome\nfine,still,go\ngrey,strong,stay\n".getBytes(StandardCharsets.UTF_8);
        coordinator.run(() -> Sessions.use(TableService.class)
                .draft(new DraftTable("sky", "Sky", TableUse.REFERENCE, file, List.of())));
    }

    /** What is missing is answered on the page, one by one or together, and taken away again. */
    void whatIsMissingIsAddedOnThePageAndTakenAwayAgain() throws IOException, InterruptedException {
        PageReader reader = new PageReader(coordinator, client);
        assertTrue(reader.get(PAGE).body().contains("name=\"missing-1\""));
        assertEquals(
                302, form().field("missing-0", "stay").field("add", "").send().statusCode());
        assertEquals(List.of("3"), rows());
        HttpResponse<String> nothingChosen = form().field("row-0", "stay")
                .field("fill", "")
                .field("fill-all", "")
                .send();
        assertEquals(200, nothingChosen.statusCode());
        assertTrue(nothingChosen.body().contains("id=\"fill-error\""), nothingChosen.body());
        assertEquals(
                3,
                nothingChosen.body().split("<option value=\"stay\" selected=\"selected\">").length - 1,
                "what was chosen for the first row isn't lost");
        assertEquals(List.of("3"), rows());
        assertEquals(
                302,
                form().field("row-0", "stay")
                        .field("fill", "go")
                        .field("fill-all", "")
                        .send()
                        .statusCode());
        assertEquals(List.of("4"), rows());
        assertFalse(reader.get(PAGE).body().contains("missing-0"));
        assertEquals(302, form().field("remove-0", "1").field("save", "").send().statusCode());
        assertEquals(List.of("3"), rows());
        String csv = reader.get(PAGE + "&format=csv").body();
        assertEquals(
                List.of("row,Sky,Wind,Outcome", "0,fine,strong,stay", "1,grey,still,go", "2,grey,strong,stay"),
                csv.replace("\uFEFF", "").lines().toList());
    }

    /** The same over REST: all of it or nothing, and only of what was read. */
    void aProgramChangesRowsOfADraft() throws IOException, InterruptedException {
        String known = "{\"readVersion\":" + version() + ",";
        HttpResponse<String> twice =
                post(known + "\"removed\":[0],\"added\":[{\"values\":[\"grey\",\"strong\"],\"outcome\":\"go\"}]}");
        assertEquals(409, twice.statusCode());
        assertTrue(twice.body().contains("report.table-answered-already"), twice.body());
        assertEquals(List.of("2"), rows());
        String edit = known
                + "\"changed\":[{\"row\":1,\"outcome\":\"go\"}],\"removed\":[0],\"added\":[{\"values\":[\"fine\",\"strong\"],\"outcome\":\"go\"},"
                + "{\"values\":[\"grey\",\"still\"],\"outcome\":\"stay\"}]}";
        assertEquals(200, post(edit).statusCode());
        assertEquals(409, post(edit).statusCode(), "nobody changes what they haven't read");
        String read = client.send(request(REST).GET().build(), BodyHandlers.ofString())
                .body();
        assertTrue(
                read.contains(
                        "\"rows\":[[\"fine\",\"strong\",\"go\"],[\"grey\",\"still\",\"stay\"],[\"grey\",\"strong\",\"go\"]]"),
                read);
        assertTrue(read.contains("\"unanswered\":[[\"fine\",\"still\"]]"), read);
    }

    /** A clause that names what can't govern is refused where it is written, at its field, and signing opens with no draft. */
    void aClauseNamesWhatCanGovern() throws IOException, InterruptedException {
        UUID agreement = Regime.get().own().thing("agreement/draft");
        String page = "/clause?agreement=" + agreement + "&version=1&kind=TABLES";
        HttpResponse<String> unknown = SentForm.open(coordinator, page, "clause")
                .field("clause-sent", "1")
                .field("risk.code", "risk")
                .field("risk.version", "1")
                .field("escalation.code", "escalation")
                .field("escalation.version", "7")
                .field("save", "")
                .send();
        assertEquals(200, unknown.statusCode());
        assertTrue(unknown.body().contains("id=\"escalation.code-error\""), unknown.body());
        DraftingService drafting = Sessions.use(DraftingService.class);
        refused(ClauseError.TABLE_UNFIT, () -> drafting.writeClause(agreement, naming("sky", 1), Optional.empty()));
        TableName copy = coordinator.as(() -> Sessions.use(TableService.class).copy("risk", 1));
        TablesClause drafted = naming(copy.code(), copy.version());
        coordinator.run(() -> drafting.writeClause(agreement, drafted, Optional.empty()));
        Instant ends = Sessions.use(Clock.class).instant().plus(Duration.ofDays(1));
        coordinator.run(() -> Sessions.use(NegotiationService.class).openRound(agreement, ends));
        SigningService signing = Sessions.use(SigningService.class);
        refused(ClauseError.TABLE_NOT_ADOPTED, () -> signing.openSigning(agreement, Optional.empty()));
    }

    private void refused(ClauseError code, Runnable act) {
        assertEquals(
                code, assertThrows(Refusal.class, () -> coordinator.run(act)).code());
    }

    private static TablesClause naming(String risk, int version) {
        return new TablesClause(new TableReference(risk, version), new TableReference("escalation", 1));
    }

    private SentForm form() throws IOException, InterruptedException {
        return SentForm.open(coordinator, PAGE, "rows").field("read", version());
    }

    private static String version() {
        return Database.texts("select row_version from decision_table where code = 'sky'")
                .get(0);
    }

    private static List<String> rows() {
        return Database.texts("select rows_count from decision_table where code = 'sky'");
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return client.send(
                request(REST + "/rows").POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + System.getenv("SEKISHO_PORT") + path))
                .header("Authorization", "Bearer " + coordinator.token())
                .header("Content-Type", "application/json");
    }
}
