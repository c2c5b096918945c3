package org.sekisho.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DomainConfigurationTest {

    private static final String DOMAIN =
            """
            <domain>
              <microprofile-metrics-configuration></microprofile-metrics-configuration>
              <availability-service availability-enabled="true">
                <web-container-availability availability-enabled="true"/>
              </availability-service>
              <http xpowered-by="true"/>
              <network-listener name="http-listener" port="8080"/>
              <network-listener name="https-listener" port="8443" enabled="true"/>
            </domain>
            """;

    @TempDir
    private Path folder;

    @Test
    void thePortalListensOnOneAddressAndKeepsTheRestClosed() throws IOException {
        Path file = Files.writeString(folder.resolve("domain.xml"), DOMAIN);
        DomainConfiguration.adapt(file);
        String configuration = DomainConfiguration.listen(Files.readString(file), "127.0.0.1", 9090);
        assertTrue(configuration.contains("address=\"127.0.0.1\" name=\"http-listener\" port=\"9090\""), configuration);
        assertTrue(configuration.contains("enabled=\"false\" name=\"https-listener\""), configuration);
        assertTrue(configuration.contains("<microprofile-metrics-configuration enabled=\"false\"/>"), configuration);
        assertFalse(configuration.contains("\"true\""), configuration);
    }

    @Test
    void aServerThatIsConfiguredInAnotherWayIsNotStartedHalfClosed() throws IOException {
        Path file = Files.writeString(folder.resolve("domain.xml"), "<domain/>");
        assertThrows(IOException.class, () -> DomainConfiguration.adapt(file));
    }
}
