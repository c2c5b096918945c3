package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.container.regime.Sessions.use;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.Kept;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.container.regime.Sessions;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.signin.Tokens;
import org.sekisho.ejb.party.AccountEndingService;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.ejb.party.PeopleService;
import org.sekisho.ejb.party.RoleService;
import org.sekisho.ejb.party.SessionService;

/** Sessions that are under way, of a program and of a browser, when what they rest on ends: the next request finds out. */
final class LiveSessionChecks {

    private static final String REASON = "Tried in a test";

    private final Regime regime = Regime.get();
    private final Bank bank = regime.own();
    private final Player analyst = bank.person(Role.ANALYST);
    private final Player administrator = bank.person(Role.ORGANISATION_ADMINISTRATOR);

    void endWithTheAccountTheOrganisationAndTheirTime() {
        endsAll(() -> administrator.run(() -> use(AccountEndingService.class).deactivate(analyst.id(), REASON)));
        endsAll(() -> administrator.run(() -> use(PeopleService.class).lock(analyst.id(), REASON)));
        endsAll(() -> regime.player(Role.ADMINISTRATOR)
                .run(() -> use(OrganisationService.class).close(bank.organisation(), REASON)));
        endsAll(() -> Database.run(
                "update login_session set last_seen_at = last_seen_at - interval '31 minutes' where person_id = ?",
                analyst.id()));
        endsAll(() -> Database.run(
                "update login_session set expires_at = clock_timestamp() where person_id = ?", analyst.id()));
    }

    /** Who is unlocked again signs in again. */
    void stayEndedAfterAnUnlocking() {
        endsAll(() -> administrator.run(() -> {
            use(PeopleService.class).lock(analyst.id(), REASON);
            use(PeopleService.class).unlock(analyst.id());
        }));
    }

    /** A revoked session ends, and no other. */
    void areRevokedOneByOne() {
        try {
            String token = Sessions.open(analyst.id(), analyst.organisation(), true);
            Program program = new Program(token);
            Program another = new Program(Sessions.open(analyst.id(), analyst.organisation(), true));
            Browser browser = new Browser(analyst);
            UUID session = UUID.fromString(
                    Database.texts("select id::text from login_session where token_hash = ?", Tokens.hash(token))
                            .get(0));
            Player rival = regime.other().person(Role.ORGANISATION_ADMINISTRATOR);
            assertEquals(
                    "shared.not-found",
                    AtOnce.outcome(
                            () -> rival.run(() -> use(SessionService.class).revoke(session))));
            assertEquals(200, program.get("/agreements").status());
            administrator.run(() -> use(SessionService.class).revoke(session));
            assertEquals("shared.not-signed-in", program.get("/agreements").code());
            assertEquals(200, another.get("/agreements").status());
            assertEquals(200, browser.get("/home").statusCode());
        } finally {
            Kept.restore();
        }
    }

    /** The session goes on, and opens what is everybody's. */
    void openNothingMoreThatAnEndedRoleOpened() {
        try {
            Program program = new Program(Sessions.open(analyst.id(), analyst.organisation(), true));
            Browser browser = new Browser(analyst);
            assertEquals(200, program.get("/reports").status());
            assertEquals(200, browser.get("/reports").statusCode());
            UUID role = UUID.fromString(Database.texts(
                            "select id::text from role_assignment where person_id = ? and role = 'ANALYST' and state = 'IN_EFFECT'",
                            analyst.id())
                    .get(0));
            administrator.run(() -> use(RoleService.class).end(role, REASON));
            assertEquals("shared.not-permitted", program.get("/reports").code());
            assertEquals(403, browser.get("/reports").statusCode());
            assertEquals(200, program.get("/organisations").status());
            assertEquals(200, browser.get("/home").statusCode());
        } finally {
            Kept.restore();
        }
    }

    private void endsAll(Runnable act) {
        try {
            Program program = new Program(Sessions.open(analyst.id(), analyst.organisation(), true));
            Browser browser = new Browser(analyst);
            assertEquals(200, program.get("/agreements").status());
            assertEquals(200, browser.get("/home").statusCode());
            act.run();
            assertEquals("shared.not-signed-in", program.get("/agreements").code());
            HttpResponse<String> page = browser.get("/home");
            assertEquals(302, page.statusCode());
            assertTrue(page.headers().firstValue("Location").orElse("").contains("/sign-in"));
        } finally {
            Kept.restore();
        }
    }
}
