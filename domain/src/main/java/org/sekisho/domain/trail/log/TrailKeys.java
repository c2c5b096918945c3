package org.sekisho.domain.trail.log;

/** The key that signs checkpoints; made when it is first asked for, and the same on every node. */
public interface TrailKeys {

    TrailKey current();
}
