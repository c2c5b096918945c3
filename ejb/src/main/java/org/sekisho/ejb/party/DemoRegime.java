package org.sekisho.ejb.party;

/** Fills an empty database with invented organisations, through the use cases. */
public interface DemoRegime {

    /** Loads what isn't loaded yet; does nothing when the demo is complete. It is called outside any transaction. */
    void load();
}
