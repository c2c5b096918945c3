package org.sekisho.ejb.agreement;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * Proposes how a clause should read.
 *
 * @param clause the whole clause as proposed; empty to propose that it be dropped
 */
public record ProposeClause(UUID agreement, ClauseKind kind, Optional<Clause> clause, String reason)
        implements Command {

    @Override
    public Subject subject() {
        return new Subject("agreement", agreement);
    }
}
