package org.sekisho.domain.party.provisioning;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** How far the import of a table of people has come. */
public enum ImportState implements Transitions<ImportState> {
    /** Every line was judged; nothing was changed. */
    CHECKED,
    /** It is being carried out, in one transaction. */
    RUNNING,
    /** Everything is done. */
    DONE,
    /** When it was carried out a line was refused after all: nothing of it is done. */
    REFUSED,
    /** Something broke: nothing of it is done. */
    FAILED;

    /** The states that may follow. What broke, or died with its node, may be tried again. */
    @Override
    public Set<ImportState> next() {
        return switch (this) {
            case CHECKED -> EnumSet.of(RUNNING);
            case RUNNING -> EnumSet.of(RUNNING, DONE, REFUSED, FAILED);
            case FAILED -> EnumSet.of(RUNNING);
            case DONE, REFUSED -> EnumSet.noneOf(ImportState.class);
        };
    }
}
