package org.sekisho.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.server.ExternalDatabase.Credentials;

class ExternalDatabaseCheckTest {

    @ParameterizedTest
    @CsvSource({
        "140030, false",
        "150013, false",
        "150014, true",
        "160009, false",
        "160010, true",
        "170005, false",
        "170006, true",
        "180000, true",
        "190001, true"
    })
    void releasesThatLetRowSecurityBeSeenThroughAreTooOld(int version, boolean recent) {
        assertEquals(recent, ExternalDatabaseCheck.isRecent(version));
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamed() throws IOException {
        int port = PortCheck.free();
        ExternalDatabase database = new ExternalDatabase(
                "jdbc:postgresql://127.0.0.1:" + port + "/sekisho",
                new Credentials("sekisho_app", ""),
                Optional.empty());
        StartRefusal refusal = assertThrows(StartRefusal.class, () -> ExternalDatabaseCheck.check(database));
        assertEquals(StartError.DATABASE_UNREACHABLE, refusal.error());
        assertEquals(List.of("127.0.0.1:" + port), refusal.parameters());
    }
}
