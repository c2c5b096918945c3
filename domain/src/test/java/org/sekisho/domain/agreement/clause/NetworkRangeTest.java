package org.sekisho.domain.agreement.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.domain.shared.Refusal;

class NetworkRangeTest {

    @ParameterizedTest
    @CsvSource({
        "10.20.0.0/16, 10.20.255.255, true",
        "10.20.0.0/16, 10.21.0.0, false",
        "10.20.30.40/32, 10.20.30.40, true",
        "10.20.30.40/32, 10.20.30.41, false",
        "10.0.0.0/9, 10.127.0.1, true",
        "10.0.0.0/9, 10.128.0.1, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "2001:DB8:20::/48, 2001:0db8:0020:0:1:2:3:4, true",
        "::1/128, ::1, true",
        "10.20.0.0/16, ::ffff:10.20.1.2, true",
        "10.20.0.0/16, ::ffff:a14:102, true",
        "10.20.0.0/16, 2001:db8::1, false",
        "2001:db8::/32, 10.20.1.2, false",
        "10.20.0.0/16, localhost, false",
        "10.20.0.0/16, '', false",
        "10.20.0.0/16, 10.20.1, false",
        "10.20.0.0/16, 10.20.01.1, false",
        "2001:db8::/32, 2001:db8::1%eth0, false",
    })
    void addressLiesInTheRangeOrNot(String range, String address, boolean inside) {
        assertEquals(inside, new NetworkRange(range).contains(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.20.0.0",
                "10.20.0.1/16",
                "10.20.0.0/33",
                "10.20.0.0/016",
                "10.20.0.0/",
                "10.20.0.0/-1",
                "example.org/16",
                "256.0.0.0/8",
                "2001:db8::1/32",
                "2001:db8:::/48",
                "2001::db8::/48",
                "1:2:3:4:5:6:7/64",
                "1:2:3:4:5:6:7:8:9/64",
                ":1:2:3:4:5:6:7/128",
                "1:2:3:4:5:6:7:/128",
                "12345::/32",
                "2001:db8::%1/64",
                "1.2.3.4::/96",
                "/8"
            })
    void whatIsNoRangeIsRefused(String text) {
        assertEquals(
                ClauseError.NETWORK_MALFORMED,
                assertThrows(Refusal.class, () -> new NetworkRange(text)).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "0.0.0.0/7", "::/0", "2000::/16"})
    void rangeOverHalfTheInternetIsRefused(String text) {
        assertEquals(
                ClauseError.NETWORK_TOO_WIDE,
                assertThrows(Refusal.class, () -> new NetworkRange(text)).code());
    }

    @Test
    void environmentContainsNothingBeyondItsRanges() {
        assertFalse(SampleClauses.environments().environments().get(1).contains("198.51.100.1"));
    }
}
