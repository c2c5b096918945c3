package org.sekisho.domain.party.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sekisho.domain.party.PartyExamples.assertRefused;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.shared.Refusal;

class ImportHeaderTest {

    @Test
    void columnsStandInAnyOrder() {
        assertEquals(
                List.of(ImportColumn.ORGANISATION, ImportColumn.EMAIL, ImportColumn.NAME_JA),
                ImportHeader.of(List.of(" organisation", "EMAIL", "name_ja")).columns());
    }

    @Test
    void requiredColumnsMustBeThere() {
        Refusal refusal =
                assertRefused(PartyError.IMPORT_COLUMN_MISSING, () -> ImportHeader.of(List.of("email", "name_en")));
        assertEquals("organisation", refusal.parameters().get("column"));
        assertRefused(PartyError.IMPORT_COLUMN_MISSING, () -> ImportHeader.of(List.of("organisation")));
        assertRefused(PartyError.IMPORT_COLUMN_MISSING, () -> ImportHeader.of(List.of()));
    }

    @Test
    void anUnknownColumnIsRefusedAndNotLeftOut() {
        Refusal refusal = assertRefused(
                PartyError.IMPORT_COLUMN_UNKNOWN, () -> ImportHeader.of(List.of("email", "organisation", "role")));
        assertEquals("role", refusal.parameters().get("column"));
        assertRefused(PartyError.IMPORT_COLUMN_UNKNOWN, () -> ImportHeader.of(List.of("email;organisation")));
        assertRefused(PartyError.IMPORT_COLUMN_UNKNOWN, () -> ImportHeader.of(List.of("email", "organisation", "")));
    }

    @Test
    void aColumnStandsOnce() {
        assertRefused(PartyError.IMPORT_COLUMN_TWICE, () -> ImportHeader.of(List.of("email", "organisation", "Email")));
    }
}
