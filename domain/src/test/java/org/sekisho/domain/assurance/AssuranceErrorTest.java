package org.sekisho.domain.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AssuranceErrorTest {

    @Test
    void everyCodeIsOfItsFormAndStandsOnce() {
        assertTrue(Arrays.stream(AssuranceError.values())
                .allMatch(error -> error.code().matches("assurance\\.[a-z0-9]+(-[a-z0-9]+)*")));
        assertEquals(
                AssuranceError.values().length,
                Arrays.stream(AssuranceError.values())
                        .map(AssuranceError::code)
                        .distinct()
                        .count());
    }
}
