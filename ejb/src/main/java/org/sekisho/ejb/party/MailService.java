package org.sekisho.ejb.party;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.sekisho.domain.party.mail.MailOutbox;
import org.sekisho.domain.party.mail.MailOutbox.WaitingMail;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** Sends the mails that wait. */
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
    private MailSender sender;

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
        boolean tried = sender.send(
                due,
                sent -> outbox.sent(sent.id(), act.now()),
                failed -> outbox.failed(failed.id(), failed.attempts() + 1, act.now()));
        if (!tried) {
            outbox.putOff(due.stream().map(WaitingMail::id).toList(), act.now().plus(UNREACHABLE), act.now());
            return 0;
        }
        return due.size();
    }
}
