package org.sekisho.ejb.report.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.ejb.shared.Caller;

/** Runs the job {@code system:escalation-clock}: one act for each report or escalation, and one that fails keeps no other from its turn. */
@ApplicationScoped
public class EscalationClocks {

    private static final Logger LOG = Logger.getLogger(EscalationClocks.class.getName());

    @Inject
    private EscalationClockService service;

    /** Raises again whose clock ran out, opens what imports brought, and hears what they say of reports that are there. */
    public void look() {
        each(Caller.as(SystemJob.ESCALATION_CLOCK, service::overdue), service::raiseAgain);
        each(Caller.as(SystemJob.ESCALATION_CLOCK, service::unopened), service::openImported);
        each(Caller.as(SystemJob.ESCALATION_CLOCK, service::foundGraver), service::hearGraver);
    }

    /** Evaluates what the published lists changed. */
    public void lookAtLists() {
        each(Caller.as(SystemJob.ESCALATION_CLOCK, service::outdated), service::evaluateAgain);
    }

    /** Evaluates what other tables govern by now. */
    public void lookAtTables() {
        each(Caller.as(SystemJob.ESCALATION_CLOCK, service::governedOtherwise), service::applyTables);
    }

    private static void each(List<UUID> found, Consumer<UUID> verb) {
        found.forEach(id -> {
            try {
                Caller.as(SystemJob.ESCALATION_CLOCK, () -> {
                    verb.accept(id);
                    return id;
                });
            } catch (Refusal meanwhile) {
                // Somebody acknowledged it, or another node was first; the refusal is in the trail.
                LOG.log(Level.FINE, "Not due any more: " + id, meanwhile);
            } catch (RuntimeException broken) {
                LOG.log(Level.SEVERE, "The escalation clock failed at " + id, broken);
            }
        });
    }
}
