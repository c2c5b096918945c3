package org.sekisho.ejb.party;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import org.junit.jupiter.api.Test;

class MailSenderTest {

    @Test
    void theServersOwnWordsAreKept() {
        MessagingException refused =
                new SendFailedException("Invalid Addresses", new SendFailedException("550 5.1.1 no such\n user\r\n"));
        assertEquals("550 5.1.1 no such user", MailSender.said(refused));
    }

    @Test
    void whatTheLibrarySaysIsKeptWhereTheServerSaidNothing() {
        assertEquals("Connection lost", MailSender.said(new MessagingException("Connection lost")));
    }
}
