package org.sekisho.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.organisation.LinkKey;
import org.sekisho.domain.shared.Refusal;

/** At which field of its form a refusal stands. */
class RefusalWordsTest {

    @Test
    void aKeyThatIsNoneIsRefusedAtItsField() throws IOException {
        Refusal missing = assertThrows(Refusal.class, () -> LinkKey.ofPem(" "));
        Refusal malformed = assertThrows(Refusal.class, () -> LinkKey.ofPem("-----BEGIN PUBLIC KEY-----"));
        assertEquals(Optional.of("linkKey"), RefusalWords.field(missing));
        assertEquals(Optional.of("linkKey"), RefusalWords.field(malformed));
        String page = Files.readString(Path.of("src/main/webapp/organisation-edit.xhtml"));
        assertTrue(page.contains("<s:field for=\"linkKey\""), page);
    }
}
