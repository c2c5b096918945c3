package org.sekisho.ejb.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.ejb.shared.Caller;

/** Writes down which grants have run out: one act a grant, so that one that can't be ended keeps no other. */
@ApplicationScoped
public class GrantTerms {

    private static final Logger LOG = Logger.getLogger(GrantTerms.class.getName());

    @Inject
    private GrantService grants;

    /** Ends those that have run out by now. */
    public void look() {
        Caller.as(SystemJob.AGREEMENT_TERM, grants::grantsOver).forEach(this::end);
    }

    private void end(UUID grant) {
        try {
            Caller.as(SystemJob.AGREEMENT_TERM, () -> {
                grants.endGrant(grant);
                return grant;
            });
        } catch (Refusal meanwhile) {
            LOG.log(Level.FINE, "Not to be ended any more: " + grant, meanwhile);
        } catch (RuntimeException broken) {
            LOG.log(Level.SEVERE, "Grant " + grant + " could not be ended", broken);
        }
    }
}
