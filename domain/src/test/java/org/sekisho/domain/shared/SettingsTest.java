package org.sekisho.domain.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void documentsToImportHaveTheirUsualMeasureUnlessAnotherIsSet() {
        assertEquals(32, Settings.of(Map.of()).importMebibytes());
        assertEquals(64, Settings.of(Map.of("SEKISHO_IMPORT_MIB", "64")).importMebibytes());
        assertThrows(IllegalArgumentException.class, () -> Settings.of(Map.of("SEKISHO_IMPORT_MIB", "many")));
    }

    @Test
    void aProxyIsTrustedByItsAddressOrByARangeThatHoldsIt() {
        Settings settings = Settings.of(Map.of("SEKISHO_TRUSTED_PROXIES", "192.0.2.7, 10.20.0.0/16, 2001:db8::/32"));
        assertTrue(settings.trusts("192.0.2.7"));
        assertTrue(settings.trusts("10.20.255.1"));
        assertTrue(settings.trusts("2001:db8:1::9"));
        assertTrue(settings.trusts("::ffff:10.20.0.1"), "IPv4 as a listener for both sees it");
        assertFalse(settings.trusts("192.0.2.8"));
        assertFalse(settings.trusts("10.21.0.1"));
        assertFalse(settings.trusts("2001:db9::1"));
        assertFalse(settings.trusts("unknown"), "what a client may write into the header");
    }

    @Test
    void withoutProxiesNobodyIsTrusted() {
        assertFalse(Settings.of(Map.of()).trusts("127.0.0.1"));
    }
}
