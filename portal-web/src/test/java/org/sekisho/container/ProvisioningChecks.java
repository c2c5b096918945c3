package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.container.regime.Sessions.use;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sekisho.container.Program.Told;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.container.regime.Waiting;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.provisioning.ImportRuns.ImportView;
import org.sekisho.domain.party.provisioning.ImportState;
import org.sekisho.domain.party.provisioning.PeopleImport;
import org.sekisho.ejb.party.ImportService;
import org.sekisho.ejb.party.ImportUpload;

/** People and organisations as a program provisions them: done once under a key, and answered as documented. */
final class ProvisioningChecks {

    private static final String HEADER = "email,name_en,name_ja,organisation,roles,language\n";
    private static final String REASON = "Tried in a test";

    private final Regime regime = Regime.get();
    private final Bank bank = regime.own();
    private final Player administrator = bank.person(Role.ORGANISATION_ADMINISTRATOR);
    private final Program program = new Program(administrator);
    private final Documented documented = new Documented();

    /** Somebody is invited once, however often the request is sent; the link is told the first time only. */
    void aPersonIsInvitedOnceChangedAndLocked() {
        String body =
                "{\"email\":\"rest@aoba.example\",\"name\":{\"en\":\"Rest Person\"},\"language\":\"en\",\"organisation\":\"aoba\","
                        + "\"roles\":[\"ANALYST\"],\"reason\":\"" + REASON + "\"}";
        Told invited =
                documented.answered("post", "/people", 201, program.post("/people", body, "Idempotency-Key", "invite"));
        String id = invited.json().getString("id");
        assertTrue(
                URI.create(invited.header("Location")).getPath().endsWith("/people/" + id), invited.header("Location"));
        assertEquals(1, invited.json().getJsonArray("roleRequests").size());
        assertTrue(invited.json().getJsonObject("link").containsKey("url"), invited.text());
        Told again =
                documented.answered("post", "/people", 201, program.post("/people", body, "Idempotency-Key", "invite"));
        assertEquals(id, again.json().getString("id"));
        assertFalse(again.json().getJsonObject("link").containsKey("url"), "A link is kept nowhere");
        assertEquals(1, people("rest@aoba.example"));
        documented.answered("post", "/people", 409, program.post("/people", body));
        String path = "/people/" + id;
        Told renamed = patched(path, "{\"name\":{\"en\":\"Renamed\",\"ja\":\"改名\"},\"language\":\"ja\"}", 200);
        assertEquals("Renamed", renamed.json().getJsonObject("name").getString("en"));
        assertEquals("ja", renamed.json().getString("language"));
        int version = renamed.json().getInt("version");
        patched(path, "{\"name\":{\"en\":\"Stale\"},\"version\":" + (version - 1) + "}", 409);
        String known = "/people/" + bank.person(Role.ANALYST).email();
        assertEquals(
                "LOCKED",
                patched(known, "{\"state\":\"LOCKED\",\"reason\":\"" + REASON + "\"}", 200)
                        .json()
                        .getString("state"));
        assertEquals(
                "ACTIVE", patched(known, "{\"state\":\"ACTIVE\"}", 200).json().getString("state"));
        Program rival = new Program(regime.other().person(Role.ORGANISATION_ADMINISTRATOR));
        documented.answered("patch", "/people/{person}", 404, rival.patch(path, "{\"name\":{\"en\":\"Rival\"}}"));
    }

    void anOrganisationIsRegisteredOnce() {
        Program installation = new Program(regime.player(Role.ADMINISTRATOR));
        String body =
                "{\"shortName\":\"sumire\",\"name\":{\"en\":\"Sumire Bank\",\"ja\":\"すみれ銀行\"},\"kind\":\"INSTITUTION\",\"mailDomains\":[\"sumire.example\"]}";
        Told registered = documented.answered(
                "post", "/organisations", 201, installation.post("/organisations", body, "Idempotency-Key", "found"));
        Told again = installation.post("/organisations", body, "Idempotency-Key", "found");
        assertEquals(registered.text(), again.text());
        assertEquals(
                List.of(registered.json().getString("id")),
                Database.texts("select id::text from organisation where short_name = 'sumire'"));
        documented.answered(
                "post",
                "/organisations",
                422,
                installation.post(
                        "/organisations", body.replace("Sumire Bank", "Another"), "Idempotency-Key", "found"));
        documented.answered("post", "/organisations", 403, program.post("/organisations", body));
    }

    /** A table is imported whole; with a line about an address that is taken, nothing of it is. */
    void aTableIsImportedWholeOrNotAtAll() {
        String taken = program.post(
                        "/people",
                        "{\"email\":\"taken@aoba.example\",\"name\":{\"en\":\"Taken\"},\"organisation\":\"aoba\"}")
                .json()
                .getString("id");
        patched("/people/" + taken, "{\"state\":\"DEACTIVATED\",\"reason\":\"" + REASON + "\"}", 200);
        String bad = HEADER + line("first") + line("taken") + line("last");
        JsonObject report = documented
                .answered("post", "/people/import", 422, program.table("/people/import", bad))
                .json();
        assertFalse(report.getBoolean("imported"));
        assertEquals(1, report.getInt("rejected"));
        JsonObject second = report.getJsonArray("lines").getJsonObject(1);
        assertEquals("rejected", second.getString("result"));
        assertEquals("row=3;email", second.getString("pointer"));
        assertEquals(0, people("first@aoba.example") + people("last@aoba.example"));
        String good = HEADER + line("first") + line("last");
        Told dry =
                documented.answered("post", "/people/import", 200, program.table("/people/import?dryRun=true", good));
        assertFalse(dry.json().getBoolean("imported"));
        assertEquals(0, people("first@aoba.example"));
        for (int i = 0; i < 2; i++) {
            Told imported = documented.answered(
                    "post", "/people/import", 200, program.table("/people/import", good, "Idempotency-Key", "table"));
            assertTrue(imported.json().getBoolean("imported"));
            assertEquals(2, imported.json().getInt("created"), "The second answer is the first one's");
        }
        assertEquals(2, people("first@aoba.example") + people("last@aoba.example"));
    }

    /** As many lines as there may be, begun on the page and watched: it tells how far it is before all of it is there at once. */
    void aLargeTableTellsHowFarItIs() {
        ImportService imports = use(ImportService.class);
        String table = HEADER
                + IntStream.range(0, PeopleImport.MOST_LINES)
                        .mapToObj(i -> line("many" + i))
                        .collect(Collectors.joining());
        UUID run = administrator.as(() -> imports.checkImport(upload(table)));
        administrator.run(() -> imports.startImport(run));
        Waiting.until("The import goes on", () -> view(run).processed() > 0);
        ImportView under = view(run);
        if (under.state() == ImportState.RUNNING) {
            assertEquals(0, people("many0@aoba.example"), "Nothing is there before everything is");
        }
        Waiting.until("The import ends", () -> view(run).state() != ImportState.RUNNING);
        assertTrue(
                under.state() == ImportState.RUNNING && under.processed() < PeopleImport.MOST_LINES,
                "It was seen under way: " + under);
        ImportView done = view(run);
        assertEquals(ImportState.DONE, done.state(), done.toString());
        assertEquals(PeopleImport.MOST_LINES, done.processed());
        assertEquals(PeopleImport.MOST_LINES, done.created());
        assertEquals(
                List.of(String.valueOf(PeopleImport.MOST_LINES)),
                Database.texts("select count(*)::text from person where email like 'many%@aoba.example'"));
    }

    /** An address that is given up between the check and the beginning: the whole table is refused. */
    void aTableThatNoLongerHoldsIsRefusedWhole() {
        ImportService imports = use(ImportService.class);
        UUID run = administrator.as(
                () -> imports.checkImport(upload(HEADER + line("before") + line("meanwhile") + line("after"))));
        String meanwhile = program.post(
                        "/people",
                        "{\"email\":\"meanwhile@aoba.example\",\"name\":{\"en\":\"Meanwhile\"},\"organisation\":\"aoba\"}")
                .json()
                .getString("id");
        patched("/people/" + meanwhile, "{\"state\":\"DEACTIVATED\",\"reason\":\"" + REASON + "\"}", 200);
        administrator.run(() -> imports.startImport(run));
        Waiting.until("The import ends", () -> view(run).state() != ImportState.RUNNING);
        assertEquals(ImportState.REFUSED, view(run).state());
        assertEquals(1, view(run).rejected());
        assertEquals(0, people("before@aoba.example") + people("after@aoba.example"));
    }

    private Told patched(String path, String body, int status) {
        return documented.answered("patch", "/people/{person}", status, program.patch(path, body));
    }

    private ImportView view(UUID run) {
        return administrator.as(() -> use(ImportService.class).viewImport(run));
    }

    private static ImportUpload upload(String table) {
        return new ImportUpload("people.csv", new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), REASON);
    }

    private static String line(String name) {
        return name + "@aoba.example,Person " + name + ",,aoba,,en\n";
    }

    private static int people(String email) {
        return Database.texts("select id::text from person where email = ?", email)
                .size();
    }
}
