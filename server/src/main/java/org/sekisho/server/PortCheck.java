package org.sekisho.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;

/** Finds out before anything else starts whether the portal will be able to listen. */
final class PortCheck {

    private static final int FIRST_ORDINARY_PORT = 1024;

    private PortCheck() {}

    /** @throws StartRefusal when the address isn't this machine's, or the port is taken or not allowed */
    static void check(InetAddress address, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            // As the server does it: connections that are just closing don't count, a listener does.
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(address, port));
        } catch (IOException taken) {
            throw refusal(address, port, taken);
        }
    }

    /** A port of the loopback address that nothing listens on now. */
    static int free() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return probe.getLocalPort();
        }
    }

    private static StartRefusal refusal(InetAddress address, int port, IOException taken) {
        if (!isHere(address)) {
            return new StartRefusal(taken, StartError.ADDRESS_NOT_HERE, address.getHostAddress());
        }
        String message = String.valueOf(taken.getMessage());
        if (port < FIRST_ORDINARY_PORT && message.contains("ermission")) {
            return new StartRefusal(taken, StartError.PORT_FORBIDDEN, Integer.toString(port));
        }
        return new StartRefusal(taken, StartError.PORT_OCCUPIED, Integer.toString(port), address.getHostAddress());
    }

    private static boolean isHere(InetAddress address) {
        try {
            return address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unknown) {
            return false;
        }
    }
}
