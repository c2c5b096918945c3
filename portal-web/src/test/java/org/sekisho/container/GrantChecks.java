package org.sekisho.container;

import static org.sekisho.container.regime.Database.run;
import static org.sekisho.container.regime.Database.texts;
import static org.sekisho.container.regime.Sessions.use;

import java.util.List;
import java.util.UUID;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.domain.party.Role;
import org.sekisho.ejb.access.GrantService;
import org.sekisho.ejb.access.RequestGrant;
import org.sekisho.ejb.home.HomeService;

/** The grants of a bank: one that is active, one that was asked for. */
final class GrantChecks {

    private final Regime regime = Regime.get();
    private final Bank bank = regime.own();
    private final UUID agreement = bank.thing("agreement");
    private final GrantService grants = use(GrantService.class);

    Player coordinator() {
        return regime.player(Role.COORDINATOR);
    }

    UUID requested() {
        return bank.thing("grant", "requested");
    }

    /** Of a team that may have two members and has the CISO: two grants to two more people, both to be checked. */
    List<UUID> twoApprovedForTheLastPlace() {
        run(
                "update agreement_clause set data = regexp_replace(data, '(\"teamLimit\": ?)20', '\\12')"
                        + " where kind = 'PEOPLE' and agreement_version_id in (select id from agreement_version where agreement_id = ?)",
                agreement);
        Player ciso = bank.person(Role.CISO);
        ciso.run(() -> grants.revoke(bank.thing("grant"), "To make room"));
        UUID analyst = bank.person(Role.ORGANISATION_ADMINISTRATOR)
                .as(() -> grants.request(new RequestGrant(
                        agreement,
                        bank.person(Role.ANALYST).email(),
                        Role.ANALYST,
                        "Again",
                        regime.today(),
                        regime.today().plusDays(200))));
        ciso.run(() -> grants.approve(analyst));
        ciso.run(() -> grants.approve(requested()));
        return List.of(analyst, requested());
    }

    /** Lets the last day of both grants pass. */
    List<UUID> runOut() {
        List<UUID> both = List.of(bank.thing("grant"), requested());
        for (UUID each : both) {
            run(
                    "update access_grant set first_day = ?, last_day = ? where id = ?",
                    regime.today().minusDays(30),
                    regime.today().minusDays(1),
                    each);
        }
        return both;
    }

    /** How many of the agreement's grants are active, beside the CISO's. */
    int active() {
        return texts(
                        "select id::text from access_grant where agreement_id = ? and id <> ? and state = 'ACTIVE'",
                        agreement,
                        bank.thing("grant", "answering"))
                .size();
    }

    List<String> states(UUID grant) {
        return texts("select state from access_grant where id = ?", grant);
    }

    /** Whether it waits on the CISO's home page. */
    boolean waits(UUID grant) {
        return bank.person(Role.CISO).as(() -> use(HomeService.class).queue()).stream()
                .anyMatch(item -> item.subject().id().equals(grant));
    }
}
