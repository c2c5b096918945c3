package org.sekisho.domain.assurance.engagement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.Audit;
import org.sekisho.domain.assurance.Refused;
import org.sekisho.domain.party.OrganisationKind;

class AppointmentTest {

    private static final IndependenceRules THREE = new IndependenceRules(3, 12);
    private static final Optional<UUID> SAME = Optional.of(Audit.FIRM);
    private static final Optional<UUID> OTHER = Optional.of(Audit.OTHER_FIRM);
    private static final Optional<UUID> NONE = Optional.empty();

    @Test
    void onlyAnAuditFirmAudits() {
        for (OrganisationKind kind : EnumSet.complementOf(EnumSet.of(OrganisationKind.AUDIT_FIRM))) {
            Appointment appointment = new Appointment(Audit.FIRM, kind, Set.of(), List.of(), List.of());
            Refused.with(AssuranceError.NOT_AN_AUDIT_FIRM, () -> appointment.check(Audit.BANK, THREE));
        }
    }

    @Test
    void partyCannotAuditItsOwnAgreement() {
        Appointment party = new Appointment(
                Audit.FIRM, OrganisationKind.AUDIT_FIRM, Set.of(Audit.FIRM, Audit.BANK), List.of(), List.of());
        Refused.with(AssuranceError.FIRM_IS_PARTY, () -> party.check(Audit.BANK, THREE));
        Refused.with(AssuranceError.FIRM_IS_PARTY, () -> Audit.appointment(Audit.FIRM)
                .check(Audit.FIRM, THREE));
    }

    @Test
    void firmTakesNoMoreEngagementsInARowThanAllowed() {
        appointment(List.of(SAME, SAME, OTHER, SAME), List.of()).check(Audit.BANK, THREE);
        Appointment fourth = appointment(List.of(SAME, SAME, SAME), List.of());
        assertEquals(
                3,
                Refused.with(AssuranceError.ROTATION_DUE, () -> fourth.check(Audit.BANK, THREE))
                        .parameters()
                        .get("most"));
    }

    @Test
    void laterEngagementsThatHaveTheFirmAlreadyCountToo() {
        Appointment between = appointment(List.of(SAME, SAME), List.of(SAME));
        assertEquals(4, between.inARow());
        Refused.with(AssuranceError.ROTATION_DUE, () -> between.check(Audit.BANK, THREE));
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void engagementWithoutAFirmOrWithAnotherBreaksTheRow(int breaker) {
        Optional<UUID> between = breaker == 1 ? NONE : OTHER;
        assertEquals(
                2,
                appointment(List.of(SAME, between, SAME, SAME), List.of(between, SAME))
                        .inARow());
    }

    private static Appointment appointment(List<Optional<UUID>> before, List<Optional<UUID>> after) {
        return new Appointment(Audit.FIRM, OrganisationKind.AUDIT_FIRM, Audit.PARTIES, before, after);
    }
}
