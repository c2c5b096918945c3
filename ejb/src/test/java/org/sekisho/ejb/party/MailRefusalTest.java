package org.sekisho.ejb.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.mail.MailKind;
import org.sekisho.domain.party.mail.MailOutbox.WaitingMail;
import org.sekisho.domain.shared.Settings;
import org.sekisho.ejb.party.MailSender.NotTaken;
import org.sekisho.ejb.shared.Mail;

/** What a real mail server says of recipients, and what that means for their mails. */
class MailRefusalTest {

    private static final Map<String, String> ANSWERS = Map.of(
            "gone", "550 5.1.1 No such user here",
            "moved", "551 User not local",
            "busy", "450 4.2.1 Mailbox busy, try again later",
            "full", "552 5.2.2 Mailbox full",
            "policy", "550 5.7.1 Relaying denied");

    @Test
    void onlyARecipientThatDoesNotExistIsRefusedForGood() {
        List<String> sent = new ArrayList<>();
        Map<String, NotTaken> failed = new LinkedHashMap<>();
        try (RefusingMailServer server = new RefusingMailServer(ANSWERS)) {
            MailSender sender = new MailSender(
                    Settings.of(Map.of("SEKISHO_SMTP_URL", "smtp://127.0.0.1:" + server.port())),
                    new Mail(),
                    Clock.systemUTC());
            boolean tried = sender.send(
                    List.of(
                            mail("gone"),
                            mail("here"),
                            mail("busy"),
                            mail("moved"),
                            mail("full"),
                            mail("policy"),
                            mail("there")),
                    mail -> sent.add(name(mail)),
                    (mail, why) -> failed.put(name(mail), why));
            assertTrue(tried);
        }
        assertEquals(List.of("here", "there"), sent, failed.toString());
        assertEquals(
                Map.of(
                        "gone", new NotTaken("550 5.1.1 No such user here", true),
                        "moved", new NotTaken("551 User not local", true),
                        "busy", new NotTaken("450 4.2.1 Mailbox busy, try again later", false),
                        "full", new NotTaken("552 5.2.2 Mailbox full", false),
                        "policy", new NotTaken("550 5.7.1 Relaying denied", false)),
                failed);
    }

    private static String name(WaitingMail mail) {
        return mail.to().toString().replaceAll("@.*", "");
    }

    private static WaitingMail mail(String name) {
        return new WaitingMail(
                UUID.randomUUID(),
                EmailAddress.of(name + "@bank.example"),
                ReadingLanguage.EN,
                UUID.randomUUID(),
                MailKind.WAITING,
                "/home",
                Optional.empty(),
                Optional.empty(),
                1,
                0);
    }
}
