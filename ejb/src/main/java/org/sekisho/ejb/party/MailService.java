package org.sekisho.ejb.party;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.sekisho.domain.party.mail.MailDirectory;
import org.sekisho.domain.party.mail.MailDirectory.MailFilter;
import org.sekisho.domain.party.mail.MailDirectory.MailRow;
import org.sekisho.domain.party.mail.MailOutbox;
import org.sekisho.domain.party.mail.MailOutbox.WaitingMail;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Mail;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** Sends the mails that wait, and shows administrators what became of them. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class MailService {

    /** A batch is one transaction: small, so that a node's death sends few mails twice. */
    static final int BATCH = 20;

    /** How long mails rest when there is no server: short, since it asks nothing of anybody. */
    private static final Duration UNREACHABLE = Duration.ofMinutes(1);

    @Inject
    private CurrentAct act;

    @Inject
    private MailOutbox outbox;

    @Inject
    private MailDirectory directory;

    @Inject
    private MailSender sender;

    @Inject
    private Mail mail;

    /**
     * Tries the mails that are due, each of them at least once and, unless a node dies in between, at most once. Several nodes share
     * the work.
     *
     * @return how many were tried; {@link #BATCH} means that more may be due
     */
    @Permission(value = "mail:run", recorded = Recorded.REFUSALS)
    public int sendDue() {
        List<WaitingMail> due = outbox.takeDue(BATCH, act.now());
        if (due.isEmpty()) {
            return 0;
        }
        boolean tried = sender.send(due, sent -> outbox.sent(sent.id(), act.now()), this::notTaken);
        if (!tried) {
            outbox.putOff(due.stream().map(WaitingMail::id).toList(), act.now().plus(UNREACHABLE), act.now());
            return 0;
        }
        return due.size();
    }

    private void notTaken(WaitingMail mail, MailSender.NotTaken why) {
        int attempts = mail.attempts() + 1;
        if (why.forGood()) {
            outbox.refused(mail.id(), attempts, why.words(), act.now());
        } else {
            outbox.failed(mail.id(), attempts, why.words(), act.now());
        }
    }

    /** Mails that wait, were sent or were given up. */
    @Permission(value = "mail:list", recorded = Recorded.REFUSALS)
    public Page<MailRow> list(MailFilter filter, PageRequest page) {
        return directory.list(filter, page);
    }

    /**
     * Tries a mail anew that was given up.
     *
     * @throws Refusal with {@link SharedError#CHANGED_MEANWHILE} when it wasn't, or holds a link, which has to be made anew
     */
    @Permission("mail:try-anew")
    public void tryAnew(@About("mail") UUID mail) {
        Checks.check(outbox.tryAnew(mail, act.now()), SharedError.CHANGED_MEANWHILE);
    }

    /** Whether a mail server is set at all. */
    @Permission(value = "mail:list", recorded = Recorded.REFUSALS)
    public boolean isConfigured() {
        return mail.isConfigured();
    }
}
