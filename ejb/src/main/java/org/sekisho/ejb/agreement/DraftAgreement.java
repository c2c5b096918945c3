package org.sekisho.ejb.agreement;

import java.util.List;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.Words;

/**
 * Begins an agreement. The secretariat is the one of the coordinator who begins it.
 *
 * @param institution the organisation that receives access
 * @param provider the model's provider
 * @param acceding who accedes from the start, in the document's order
 * @param clauses with which the draft begins
 */
public record DraftAgreement(Words title, UUID institution, UUID provider, List<UUID> acceding, List<Clause> clauses) {

    public DraftAgreement {
        acceding = List.copyOf(acceding);
        clauses = List.copyOf(clauses);
    }

    /** Without clauses: they are written one by one. */
    public DraftAgreement(Words title, UUID institution, UUID provider, List<UUID> acceding) {
        this(title, institution, provider, acceding, List.of());
    }
}
