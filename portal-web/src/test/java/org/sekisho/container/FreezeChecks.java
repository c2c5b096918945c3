package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.sekisho.container.regime.Sessions.use;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.agreement.freeze.FreezeState;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.ejb.access.DeclareFreeze;
import org.sekisho.ejb.access.FreezeService;
import org.sekisho.ejb.assurance.EvidenceService;
import org.sekisho.ejb.assurance.UploadEvidence;

/** What a freeze stops beside the use of the model, and that two people lift it, whoever it names. */
final class FreezeChecks {

    private static final String REASON = "Tried in a test";

    private final Regime regime = Regime.get();
    private final Bank bank = regime.own();

    /** Whoever is frozen gives no evidence; once the freeze is lifted, they do again. */
    void stopsAnswersToAnAudit() {
        Player security = bank.person(Role.SECURITY_REVIEWER);
        Player chief = bank.person(Role.CISO);
        UUID freeze = chief.as(() -> use(FreezeService.class)
                .freeze(new DeclareFreeze(
                        Optional.empty(), Optional.of(security.email()), Optional.empty(), false, REASON)));
        Refusal refusal = assertThrows(Refusal.class, () -> security.run(this::upload));
        assertEquals(AssuranceError.ANSWER_FROZEN, refusal.code());
        liftByTwo(freeze, chief);
        security.run(this::upload);
    }

    /** An audit firm has neither a signatory nor a CISO. */
    void ofAnAuditFirmIsLiftedByItsAdministratorAndTheSecretariat() {
        UUID freeze = regime.player(Role.COORDINATOR).as(() -> use(FreezeService.class)
                .freeze(new DeclareFreeze(Optional.empty(), Optional.empty(), Optional.of("audit"), false, REASON)));
        liftByTwo(freeze, regime.firmAdministrator());
    }

    private void liftByTwo(UUID freeze, Player concerned) {
        FreezeService freezes = use(FreezeService.class);
        assertEquals(FreezeState.LIFT_PROPOSED, concerned.as(() -> freezes.lift(freeze, REASON)));
        assertEquals(FreezeState.LIFTED, regime.player(Role.COORDINATOR).as(() -> freezes.lift(freeze, REASON)));
    }

    private void upload() {
        use(EvidenceService.class)
                .open(new UploadEvidence(
                        bank.thing("engagement"),
                        EvidenceSection.TRAINING,
                        "",
                        new Period(regime.today(), regime.today()),
                        Tlp.AMBER,
                        "Certificates",
                        "certificates.txt",
                        "certificates".getBytes(StandardCharsets.UTF_8).length));
    }
}
