package org.sekisho.ejb.access;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.agreement.clause.Purpose;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * Asks whether somebody may do something under an agreement.
 *
 * @param person by id or mail address
 * @param environment the code of an environment in the clause, where one is meant
 * @param system the code of a system in the clause, where one is meant
 * @param resource what is acted on; recorded with the decision
 */
public record AskAccess(
        String person,
        UUID agreement,
        Action action,
        Optional<String> environment,
        Optional<String> system,
        Optional<Purpose> purpose,
        Optional<String> resource)
        implements Command {

    @Override
    public Subject subject() {
        return new Subject("agreement", agreement);
    }
}
