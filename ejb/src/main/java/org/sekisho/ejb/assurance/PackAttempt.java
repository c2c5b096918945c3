package org.sekisho.ejb.assurance;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.pack.BuiltPack;
import org.sekisho.domain.shared.ErrorCode;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.proof.pack.EntryChangedException;

/** One attempt at building a pack: what becomes of the pack when it ends well, can't end well, or may end well another time. */
final class PackAttempt {

    private static final Logger LOG = Logger.getLogger(PackAttempt.class.getName());

    private final Building building;
    private final Completing completing;
    private final Failing failing;

    PackAttempt(Building building, Completing completing, Failing failing) {
        this.building = building;
        this.completing = completing;
        this.failing = failing;
    }

    /** Writes the pack. */
    @FunctionalInterface
    interface Building {
        BuiltPack build(BuildOrder order) throws IOException;
    }

    /** Says that the pack stands in the store. */
    @FunctionalInterface
    interface Completing {
        void complete(BuildOrder order, BuiltPack built);
    }

    /** Says that the pack can't be built. */
    @FunctionalInterface
    interface Failing {
        void fail(BuildOrder order, ErrorCode why);
    }

    /** Makes it. What isn't said to have failed is taken up again when the lease has run out, as often as may be. */
    void make(BuildOrder order) {
        try {
            completing.complete(order, building.build(order));
        } catch (EntryChangedException changed) {
            LOG.log(Level.SEVERE, "Pack " + order.pack() + ": a file isn't what the list says", changed);
            fail(order, AssuranceError.PACK_ENTRY_CHANGED);
        } catch (NotCoveredException uncovered) {
            // Its events without their proofs would be no evidence. The log may be signed again soon, or people have to
            // look.
            LOG.log(Level.SEVERE, "Pack " + order.pack() + " could not be proven", uncovered);
            if (order.last()) {
                fail(order, AssuranceError.PACK_NOT_COVERED);
            }
        } catch (Refusal refused) {
            // A lost lease is another node's pack by now.
            if (refused.code() != AssuranceError.PACK_LEASE_LOST) {
                LOG.log(Level.SEVERE, "Pack " + order.pack() + " was refused", refused);
                fail(order, refused.code());
            }
        } catch (IOException | RuntimeException broken) {
            // It may be the disk, the database or the time-stamping authority.
            LOG.log(Level.SEVERE, "Pack " + order.pack() + " could not be built", broken);
        }
    }

    private void fail(BuildOrder order, ErrorCode why) {
        try {
            failing.fail(order, why);
        } catch (RuntimeException broken) {
            LOG.log(Level.WARNING, "That pack " + order.pack() + " failed could not be said", broken);
        }
    }
}
