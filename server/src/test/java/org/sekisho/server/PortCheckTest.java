package org.sekisho.server;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortCheckTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @Test
    void aFreePortIsAccepted() throws IOException {
        int port = PortCheck.free();
        assertDoesNotThrow(() -> PortCheck.check(LOOPBACK, port));
    }

    @Test
    void aPortThatSomebodyListensOnIsRefused() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, LOOPBACK)) {
            StartRefusal refusal =
                    assertThrows(StartRefusal.class, () -> PortCheck.check(LOOPBACK, other.getLocalPort()));
            assertEquals(StartError.PORT_OCCUPIED, refusal.error());
            assertEquals(List.of(Integer.toString(other.getLocalPort()), "127.0.0.1"), refusal.parameters());
        }
    }

    @Test
    void aPortTakenOnAllAddressesIsTakenOnEach() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            StartRefusal refusal =
                    assertThrows(StartRefusal.class, () -> PortCheck.check(LOOPBACK, other.getLocalPort()));
            assertEquals(StartError.PORT_OCCUPIED, refusal.error());
        }
    }

    @Test
    void anAddressOfAnotherMachineIsRefused() throws IOException {
        // A range for documentation (RFC 5737): nobody has it.
        InetAddress elsewhere = InetAddress.getByName("192.0.2.1");
        int port = PortCheck.free();
        StartRefusal refusal = assertThrows(StartRefusal.class, () -> PortCheck.check(elsewhere, port));
        assertEquals(StartError.ADDRESS_NOT_HERE, refusal.error());
    }
}
