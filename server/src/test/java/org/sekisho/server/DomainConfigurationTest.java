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
              <hazelcast-config-specific-configuration enabled="true"/>
              <ejb-timer-service ejb-timer-service="DataGrid"/>
              <phone-home-runtime-configuration/>
              <das-config/>
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
        assertTrue(configuration.contains("<microprofile-openapi-configuration enabled=\"false\"/>"), configuration);
        assertFalse(configuration.contains("\"true\""), configuration);
    }

    @Test
    void theDefaultsServeFilesAndNoJsp() throws IOException {
        Path file = Files.writeString(
                folder.resolve("default-web.xml"),
                """
                <web-app>
                  <servlet><servlet-name>default</servlet-name></servlet>
                  <servlet><servlet-name>jsp</servlet-name></servlet>
                  <servlet-mapping><servlet-name>jsp</servlet-name><url-pattern>*.jsp</url-pattern></servlet-mapping>
                  <mime-mapping><extension>woff2</extension><mime-type>font/woff2</mime-type></mime-mapping>
                  <mime-mapping><extension>xls</extension><mime-type>application/vnd.ms-excel</mime-type></mime-mapping>
                </web-app>
                """);
        DomainConfiguration.adaptDefaults(file);
        String defaults = Files.readString(file);
        assertTrue(defaults.contains("<servlet-name>default</servlet-name>"), defaults);
        assertTrue(defaults.contains("font/woff2"), defaults);
        assertFalse(defaults.contains("jsp"), defaults);
        assertFalse(defaults.contains("ms-excel"), defaults);
    }

    @Test
    void aServerThatIsConfiguredInAnotherWayIsNotStartedHalfClosed() throws IOException {
        Path file = Files.writeString(folder.resolve("domain.xml"), "<domain/>");
        assertThrows(IOException.class, () -> DomainConfiguration.adapt(file));
    }
}
