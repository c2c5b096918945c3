package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.container.regime.Sessions.use;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.domain.agreement.freeze.FreezeState;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.access.DeclareFreeze;
import org.sekisho.ejb.access.FreezeService;
import org.sekisho.ejb.home.HomeService;

/** What a freeze stops beside the use of the model, and that two people lift it, whoever it names. */
final class FreezeChecks {

    private static final String REASON = "Tried in a test";

    private final Regime regime = Regime.get();

    /** An audit firm has neither a signatory nor a CISO. */
    void ofAnAuditFirmIsLiftedByItsAdministratorAndTheSecretariat() {
        UUID freeze = regime.player(Role.COORDINATOR).as(() -> use(FreezeService.class)
                .freeze(new DeclareFreeze(Optional.empty(), Optional.empty(), Optional.of("audit"), false, REASON)));
        FreezeService freezes = use(FreezeService.class);
        Player administrator = regime.firmAdministrator();
        assertEquals(FreezeState.LIFT_PROPOSED, regime.player(Role.COORDINATOR).as(() -> freezes.lift(freeze, REASON)));
        assertTrue(
                administrator.as(() -> use(HomeService.class).queue()).stream()
                        .anyMatch(item -> item.subject().equals(new Subject("freeze", freeze))),
                "Who has to lift it is told so");
        assertEquals(FreezeState.LIFTED, administrator.as(() -> freezes.lift(freeze, REASON)));
    }

    /** Lifted by whom it concerns and the secretariat. */
    void liftByTwo(UUID freeze, Player concerned) {
        FreezeService freezes = use(FreezeService.class);
        assertEquals(FreezeState.LIFT_PROPOSED, concerned.as(() -> freezes.lift(freeze, REASON)));
        assertEquals(FreezeState.LIFTED, regime.player(Role.COORDINATOR).as(() -> freezes.lift(freeze, REASON)));
    }
}
