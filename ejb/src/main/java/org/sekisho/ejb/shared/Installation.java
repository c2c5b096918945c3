package org.sekisho.ejb.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the work of the first start is done. */
@ApplicationScoped
public class Installation {

    private volatile boolean done;
    private volatile @Nullable Obstacle obstacle;

    /** Why a database is never opened here. The launcher knows these names, and has the sentences. */
    public enum Obstacle {
        /** It isn't one that this portal was made for. */
        DATABASE_UNUSABLE,
        /** This node has other keys than it was written with. */
        KEYS_DIFFER
    }

    /** Whether the portal may be used. */
    public boolean isDone() {
        return done;
    }

    /** Whether this database is never opened, and waiting for it is in vain. */
    public boolean isRefused() {
        return obstacle != null;
    }

    /** Why it is never opened. */
    public Optional<Obstacle> obstacle() {
        return Optional.ofNullable(obstacle);
    }

    /** Keeps the portal closed for good. */
    public void refuse(Obstacle why) {
        obstacle = why;
    }

    /** Opens the portal. */
    public void finish() {
        done = true;
    }
}
