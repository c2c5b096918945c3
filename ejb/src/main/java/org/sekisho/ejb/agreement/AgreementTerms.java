package org.sekisho.ejb.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.ejb.agreement.AgreementTermService.Due;
import org.sekisho.ejb.shared.Caller;

/** Runs the job {@code system:agreement-term}: one act per agreement, and one that fails keeps no other from its turn. */
@ApplicationScoped
public class AgreementTerms {

    private static final Logger LOG = Logger.getLogger(AgreementTerms.class.getName());

    @Inject
    private AgreementTermService service;

    /** Does what is due with every agreement. */
    public void look() {
        run(each -> true);
    }

    /** Does what is due with one agreement, so that the last signature doesn't wait for the next minute. */
    public void lookAt(UUID agreement) {
        run(agreement::equals);
    }

    private void run(Predicate<UUID> which) {
        Due due = Caller.as(SystemJob.AGREEMENT_TERM, service::due);
        each(due.toStart(), which, service::startTerm);
        each(due.over(), which, service::expire);
        each(due.roundOver(), which, service::closeRound);
    }

    private static void each(List<UUID> agreements, Predicate<UUID> which, Consumer<UUID> verb) {
        agreements.stream().filter(which).forEach(agreement -> {
            try {
                Caller.as(SystemJob.AGREEMENT_TERM, () -> {
                    verb.accept(agreement);
                    return agreement;
                });
            } catch (Refusal meanwhile) {
                // Another node was first, or somebody withdrew a signature; the refusal is in the trail.
                LOG.log(Level.FINE, "Not due any more: " + agreement, meanwhile);
            } catch (RuntimeException broken) {
                LOG.log(Level.SEVERE, "The term of agreement " + agreement + " could not be settled", broken);
            }
        });
    }
}
