package org.sekisho.domain.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.function.Executable;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.ErrorCode;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.vault.Vault;

/** The people, organisations and reports that the tests of this module share. */
public final class Findings {

    public static final UUID AGREEMENT = UUID.randomUUID();
    public static final UUID BANK = UUID.randomUUID();
    public static final UUID RIVAL = UUID.randomUUID();
    public static final UUID UNIT = UUID.randomUUID();
    public static final UUID PROVIDER = UUID.randomUUID();

    public static final Actor ANALYST = person(BANK, OrganisationKind.INSTITUTION, Role.ANALYST);
    public static final Actor REVIEWER = person(BANK, OrganisationKind.INSTITUTION, Role.SECURITY_REVIEWER);
    public static final Actor COLLEAGUE = person(BANK, OrganisationKind.INSTITUTION, Role.SECURITY_REVIEWER);
    public static final Actor CISO = person(BANK, OrganisationKind.INSTITUTION, Role.CISO);
    public static final Actor RIVAL_REVIEWER = person(RIVAL, OrganisationKind.INSTITUTION, Role.SECURITY_REVIEWER);
    public static final Actor OFFICIAL = person(UNIT, OrganisationKind.AUTHORITY, Role.AUTHORITY_REVIEWER);
    public static final Actor SECOND_OFFICIAL = person(UNIT, OrganisationKind.AUTHORITY, Role.AUTHORITY_REVIEWER);
    public static final Actor MAKER = person(PROVIDER, OrganisationKind.MODEL_PROVIDER, Role.SIGNATORY);

    /** A Friday, ten in the morning in Tokyo. */
    public static final Instant FRIDAY =
            Days.startOf(LocalDate.of(2026, 11, 27)).plusSeconds(36_000);

    public static final ReportContent CONTENT =
            ReportContent.of("Overflow in the settlement gateway", "A length isn't checked.");
    public static final ReportContent CHANGED =
            ReportContent.of("Overflow in the settlement gateway", "A length isn't checked, in two places.");

    /** Seals by writing the place in front, so that tests see whether a text is opened where it belongs. */
    public static final Vault VAULT = new Vault() {
        @Override
        public byte[] seal(Place place, byte[] plain) {
            return (place + "|" + new String(plain, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] open(Place place, byte[] sealed) {
            String text = new String(sealed, StandardCharsets.UTF_8);
            if (!text.startsWith(place + "|")) {
                throw new IllegalStateException("Sealed for another place");
            }
            return text.substring(place.toString().length() + 1).getBytes(StandardCharsets.UTF_8);
        }
    };

    private Findings() {}

    public static Actor person(UUID organisation, OrganisationKind kind, Role role, UUID... formerly) {
        Set<UUID> affiliations = new HashSet<>(Set.of(formerly));
        affiliations.add(organisation);
        return Actor.person(UUID.randomUUID(), organisation, kind, affiliations, Set.of(role));
    }

    /** Received from the analyst. */
    public static Report received(RiskTier tier) {
        return new Report(
                new NewReport(BANK, AGREEMENT, 1, Optional.empty(), Tlp.AMBER, tier), CONTENT, ANALYST, FRIDAY);
    }

    /** In the triage. */
    public static Report triaged(RiskTier tier) {
        Report report = received(tier);
        report.flow().triage(ANALYST, FRIDAY);
        return report;
    }

    public static Refusal refuses(ErrorCode code, Executable act) {
        Refusal refusal = assertThrows(Refusal.class, act);
        assertEquals(code, refusal.code());
        return refusal;
    }
}
