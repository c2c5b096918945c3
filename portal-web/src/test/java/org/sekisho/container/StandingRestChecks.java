package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.sekisho.container.Program.Told;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.domain.party.Role;

/** What stops and goes on by REST, and who is told by it what somebody may do. */
final class StandingRestChecks {

    private static final String REASON = "{\"reason\":\"Tried in a test\"}";

    private final Regime regime = Regime.get();
    private final Bank bank = regime.own();
    private final UUID agreement = bank.thing("agreement");
    private final Program ciso = new Program(bank.person(Role.CISO));
    private final Program coordinator = new Program(regime.player(Role.COORDINATOR));
    private final Documented documented = new Documented();
    private final String began =
            Database.texts("select clock_timestamp()::text").get(0);

    /** Each act of it under a key is done once, and what was done before is answered with the agreement as it is. */
    void anAgreementIsSuspendedResumedAndTerminated() {
        assertEquals("SUSPENDED", stands("suspend", ciso, REASON, "suspend"));
        assertEquals("SUSPENDED", stands("suspend", ciso, REASON, "suspend"));
        assertEquals("409", status("suspend", ciso, REASON));
        assertEquals("SUSPENDED", stands("resume", ciso, "", "resume"));
        assertEquals("SUSPENDED", stands("resume", ciso, "", "resume"));
        assertEquals("IN_FORCE", stands("resume", coordinator, "", "resume"));
        assertEquals("403", status("terminate", ciso, REASON));
        assertEquals("422", status("terminate", coordinator, "{}"));
        assertEquals("404", status("terminate", new Program(regime.other().person(Role.SIGNATORY)), REASON));
        assertEquals("TERMINATED", stands("terminate", coordinator, REASON, "terminate"));
        assertEquals("409", status("resume", coordinator, ""));
        assertEquals(1, done("agreement.suspend"));
        assertEquals(2, done("agreement.resume"));
        assertEquals(1, done("agreement.terminate"));
    }

    /** An act that has a result is done once under its key as any other. */
    void anAmendmentIsBegunOnceAndOpenedForSigningOnce() {
        for (int i = 0; i < 2; i++) {
            Told amended = coordinator.post(path("amend"), "{}", "Idempotency-Key", "amend");
            assertEquals(
                    2,
                    documented
                            .answered("post", "/agreements/{agreement}/amend", 200, amended)
                            .json()
                            .getInt("latest"));
        }
        assertEquals("409", status("amend", coordinator, "{}"));
        documented.answered(
                "post",
                "/agreements/{agreement}/negotiate",
                200,
                coordinator.post(
                        path("negotiate"), "{\"endsAt\":\"" + regime.today().plusDays(9) + "T00:00:00Z\"}"));
        for (int i = 0; i < 2; i++) {
            documented.answered(
                    "post",
                    "/agreements/{agreement}/open-signing",
                    200,
                    coordinator.post(path("open-signing"), "{}", "Idempotency-Key", "open"));
        }
        assertEquals(1, done("agreement.amend"));
        assertEquals(1, done("agreement.open-signing"));
    }

    /** A freeze is lifted by the second of two calls, by people of two sides. */
    void aFreezeIsLiftedByTwoCalls() {
        String path = "/freezes/" + bank.thing("freeze") + "/lift";
        assertEquals("LIFT_PROPOSED", lifted(ciso.post(path, REASON, "Idempotency-Key", "lift")));
        assertEquals("LIFT_PROPOSED", lifted(ciso.post(path, REASON, "Idempotency-Key", "lift")));
        Program sameSide = new Program(bank.person(Role.SIGNATORY));
        documented.answered("post", "/freezes/{freeze}/lift", 409, sameSide.post(path, REASON));
        Program rival = new Program(regime.other().person(Role.CISO));
        documented.answered("post", "/freezes/{freeze}/lift", 404, rival.post(path, REASON));
        assertEquals("LIFTED", lifted(coordinator.post(path, REASON)));
        assertEquals(
                List.of("LIFTED"),
                Database.texts("select state from access_freeze where id = ?", bank.thing("freeze")));
    }

    /** One asks about oneself; an administrator about their own people; the coordinator about anyone; nobody else about anybody. */
    void anAccessDecisionIsToldToWhomItConcerns() {
        Player analyst = bank.person(Role.ANALYST);
        Player chair = bank.person(Role.CHAIR);
        Program administrator = new Program(bank.person(Role.ORGANISATION_ADMINISTRATOR));
        JsonObject own = decided(new Program(analyst), analyst.id().toString());
        assertEquals(analyst.id().toString(), own.getString("person"));
        assertEquals(agreement.toString(), own.getString("agreement"));
        List<JsonObject> reasons = own.getJsonArray("reasons").getValuesAs(JsonObject.class);
        assertTrue(reasons.size() > 5, own.toString());
        assertEquals(
                own.getBoolean("permit"),
                reasons.stream().allMatch(each -> each.getBoolean("satisfied")),
                "It permits when every reason is satisfied");
        assertTrue(
                reasons.stream()
                        .filter(each -> each.getString("condition").equals("NOT_FROZEN"))
                        .noneMatch(each -> each.getBoolean("satisfied")),
                "The agreement is frozen: " + own);
        assertEquals(
                own.getJsonArray("reasons"),
                decided(administrator, analyst.email()).getJsonArray("reasons"));
        assertEquals(
                analyst.id().toString(), decided(coordinator, analyst.email()).getString("person"));
        for (Program colleague : List.of(ciso, new Program(chair), new Program(bank.person(Role.SECURITY_REVIEWER)))) {
            notTold(colleague, analyst.email());
        }
        notTold(new Program(regime.other().person(Role.ORGANISATION_ADMINISTRATOR)), analyst.email());
        notTold(administrator, regime.other().person(Role.ANALYST).email());
        notTold(administrator, "nobody@aoba.example");
        notTold(
                new Program(regime.other().person(Role.ANALYST)),
                regime.other().person(Role.ANALYST).email());
        assertTrue(Database.texts(
                                "select id::text from trail_event where act = 'access.decide' and outcome = 'done' and actor = ?",
                                analyst.actor())
                        .size()
                >= 1);
    }

    /** The same question under a key is answered as it was, and another one under it is refused. */
    void aDecisionUnderAKeyIsToldAgain() {
        Player analyst = bank.person(Role.ANALYST);
        Program program = new Program(analyst);
        Told first = ask(program, analyst.email(), "Idempotency-Key", "decide");
        Told again = ask(program, analyst.email(), "Idempotency-Key", "decide");
        assertEquals(first.text(), again.text());
        Told other = ask(program, analyst.id().toString(), "Idempotency-Key", "decide");
        assertEquals("shared.idempotency-key-reused", other.code(), other.toString());
        Told japanese = ask(program, analyst.email(), "Accept-Language", "ja");
        assertTrue(
                japanese.text()
                        .codePoints()
                        .anyMatch(each -> Character.UnicodeScript.of(each) == Character.UnicodeScript.HAN),
                japanese.text());
    }

    private JsonObject decided(Program asker, String person) {
        return documented
                .answered("post", "/access-decisions", 200, ask(asker, person))
                .json();
    }

    private void notTold(Program asker, String person) {
        Told refused = documented.answered("post", "/access-decisions", 404, ask(asker, person));
        assertEquals("shared.not-found", refused.code());
    }

    private Told ask(Program asker, String person, String... headers) {
        return asker.post(
                "/access-decisions",
                "{\"person\":\"%s\",\"agreement\":\"%s\",\"action\":\"model.use\"}".formatted(person, agreement),
                headers);
    }

    private String stands(String act, Program by, String body, String key) {
        Told told = by.post(path(act), body, "Idempotency-Key", key);
        return documented
                .answered("post", "/agreements/{agreement}/" + act, 200, told)
                .json()
                .getString("state");
    }

    private String status(String act, Program by, String body) {
        return String.valueOf(by.post(path(act), body).status());
    }

    private String path(String act) {
        return "/agreements/" + agreement + "/" + act;
    }

    private String lifted(Told told) {
        return documented
                .answered("post", "/freezes/{freeze}/lift", 200, told)
                .json()
                .getString("state");
    }

    private int done(String act) {
        return Database.texts(
                        "select id::text from trail_event where act = ? and subject_id = ? and outcome = 'done' and time > ?::timestamptz",
                        act,
                        agreement,
                        began)
                .size();
    }
}
