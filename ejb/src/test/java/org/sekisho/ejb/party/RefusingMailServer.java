package org.sekisho.ejb.party;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real mail server on a free port, which answers to some recipients what it is told to. */
final class RefusingMailServer implements AutoCloseable {

    private static final long LONGEST_MILLIS = 10_000;

    private final SmtpServer server;

    /** @param answers to recipients, by the part of the address before the at sign */
    RefusingMailServer(Map<String, String> answers) {
        Managers managers = new Managers() {

            private final SmtpManager refusing = new SmtpManager(getImapHostManager(), getUserManager()) {

                @Override
                public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
                    String address = recipient.getEmail();
                    return answers.get(address.substring(0, address.indexOf('@')));
                }
            };

            @Override
            public SmtpManager getSmtpManager() {
                return refusing;
            }
        };
        server = new SmtpServer(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP), managers);
        server.startService();
        try {
            if (!server.waitTillRunning(LONGEST_MILLIS)) {
                throw new IllegalStateException("The mail server doesn't run");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.stopService();
    }
}
