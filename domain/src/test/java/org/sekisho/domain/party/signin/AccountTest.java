package org.sekisho.domain.party.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.OrganisationKind;

/** What a session may do before everything that it owes is settled. */
class AccountTest {

    @ParameterizedTest
    @CsvSource({
        "NOT_NEEDED, false, false",
        "GIVEN, false, false",
        "TO_ENROL, false, true",
        "TO_GIVE, false, true",
        "GIVEN, true, true"
    })
    void whoOwesACodeOrAPasswordIsLedToTheAccount(SecondFactor factor, boolean mustChange, boolean limited) {
        Account account = new Account(
                UUID.randomUUID(),
                "analyst@aoba.example",
                Name.of("Analyst", "アナリスト"),
                UUID.randomUUID(),
                "aoba",
                Name.of("Aoba Bank", "青葉銀行"),
                OrganisationKind.INSTITUTION,
                Set.of(),
                Set.of(),
                factor,
                mustChange,
                "en",
                true,
                0);
        assertEquals(limited, account.isLimited());
    }
}
