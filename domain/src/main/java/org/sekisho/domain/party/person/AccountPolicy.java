package org.sekisho.domain.party.person;

import java.util.UUID;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.SharedError;

/**
 * Who looks after which accounts. An organisation's administrator looks after the organisation's own people. The installation's
 * administrator looks after everyone, and still can't act as one of another organisation's people: links go by mail or to that
 * organisation's administrator (see {@code LinkDelivery}), addresses stay within mail domains that the organisation itself extends
 * (see {@code Organisation}), and a role takes effect there only when its own administrator took part (see {@code RoleAssignment}).
 */
public final class AccountPolicy {

    private AccountPolicy() {}

    /**
     * Refuses to show or change the account of somebody whom the actor doesn't look after.
     *
     * @param home the person's home organisation
     * @param administersInstallation whether the person holds the installation's administration; only their peers touch that account
     */
    public static void requireManages(Actor actor, UUID home, boolean administersInstallation) {
        Checks.check(actor.administersInstallation() || actor.administers(home), SharedError.NOT_FOUND);
        Checks.check(
                actor.administersInstallation() || !administersInstallation,
                PartyError.INSTALLATION_ADMINISTRATOR_ONLY);
    }

    /** Refuses to let the actor create people at an organisation. */
    public static void requireCreatesAt(Actor actor, UUID organisation) {
        Checks.check(createsAt(actor, organisation), PartyError.OWN_ADMINISTRATOR_ONLY);
    }

    /** Whether the actor may create people at an organisation. */
    public static boolean createsAt(Actor actor, UUID organisation) {
        return actor.isSystem() || actor.administersInstallation() || actor.administers(organisation);
    }

    /** Refuses to let the actor move somebody between organisations, which neither of the two does alone. */
    public static void requireMoves(Actor actor) {
        Checks.check(actor.administersInstallation(), PartyError.INSTALLATION_ADMINISTRATOR_ONLY);
    }
}
