package org.sekisho.domain.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.signin.AccountError;
import org.sekisho.domain.shared.ErrorCode;

class PartyErrorTest {

    @Test
    void everyCodeIsItsNameInSmallLetters() {
        for (PartyError error : PartyError.values()) {
            assertEquals("party." + words(error), error.code());
        }
        for (AccountError error : AccountError.values()) {
            assertEquals("account." + words(error), error.code());
        }
    }

    @Test
    void codesAreDistinct() {
        Set<String> seen = new HashSet<>();
        Stream.<ErrorCode>concat(Stream.of(PartyError.values()), Stream.of(AccountError.values()))
                .forEach(error -> assertTrue(seen.add(error.code()), error.code()));
    }

    private static String words(Enum<?> error) {
        return error.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
