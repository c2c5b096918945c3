package org.sekisho.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresProgramsTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-amd64",
        "Linux, aarch64, linux-arm64v8",
        "Mac OS X, x86_64, darwin-amd64",
        "Mac OS X, aarch64, darwin-arm64v8",
        "Windows 11, amd64, windows-amd64"
    })
    void platformsAreNamedAsTheArtefactsAre(String system, String architecture, String name) {
        assertEquals(name, PostgresPrograms.platform(system, architecture));
    }

    @Test
    void anUnknownPlatformIsRefused() {
        StartRefusal refusal = assertThrows(StartRefusal.class, () -> PostgresPrograms.platform("Solaris", "sparcv9"));
        assertEquals(StartError.PLATFORM_UNKNOWN, refusal.error());
    }
}
