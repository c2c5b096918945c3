package org.sekisho.domain.assurance.evidence;

import java.util.Optional;
import org.sekisho.domain.vault.Vault;
import org.sekisho.domain.vault.Vault.Place;

/** Opens what is said of an item of evidence: under its organisation's key, bound to the item. */
public final class EvidenceSeals {

    private static final String TABLE = "evidence_content";
    private static final String TITLE = "sealed_title";

    private final Vault vault;

    public EvidenceSeals(Vault vault) {
        this.vault = vault;
    }

    /** The title of an item in a list; empty where the reader may not see it. */
    public Optional<String> title(EvidenceRow row) {
        return row.sealedTitle()
                .map(kept -> vault.openText(new Place(TABLE, row.id(), row.organisationId()).column(TITLE), kept));
    }
}
