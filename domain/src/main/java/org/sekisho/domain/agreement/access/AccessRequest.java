package org.sekisho.domain.agreement.access;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.agreement.clause.Purpose;
import org.sekisho.domain.shared.Checks;

/**
 * What is asked: may this person do this under this agreement?
 *
 * @param occasion whether it is about to be done, or only asked about
 * @param environment the code of an environment in the clause; it narrows, and never widens, what the address gives
 * @param system the code of the system meant
 * @param resource what is acted on, for example {@code report:0190…}; recorded with the decision
 * @param clientAddress from where the act comes, IPv4 or IPv6; never the address of somebody who only asks
 */
public record AccessRequest(
        UUID person,
        UUID agreement,
        Action action,
        Occasion occasion,
        Optional<String> environment,
        Optional<String> system,
        Optional<Purpose> purpose,
        Optional<String> resource,
        Optional<String> clientAddress) {

    /** The most characters of a code or an address. */
    private static final int CODE_LIMIT = 64;

    /** The most characters of a resource. */
    private static final int RESOURCE_LIMIT = 200;

    /** Why a decision is asked for. */
    public enum Occasion {
        /** It is about to be done. Where, on what and for what must be known; what is not known is refused. */
        ACT,
        /**
         * Somebody asks whether it may be done. What isn't named is left open: the answer is yes if the agreement allows at least one
         * environment, system or purpose now, and the reasons say which.
         */
        QUESTION
    }

    public AccessRequest {
        Objects.requireNonNull(person, "A request names a person");
        Objects.requireNonNull(agreement, "A request names an agreement");
        Objects.requireNonNull(action, "A request names an action");
        Objects.requireNonNull(occasion, "A request has an occasion");
        environment = environment.map(code -> Checks.requireText(code, "environment", CODE_LIMIT));
        system = system.map(code -> Checks.requireText(code, "system", CODE_LIMIT));
        resource = resource.map(name -> Checks.requireText(name, "resource", RESOURCE_LIMIT));
        clientAddress = clientAddress.map(address -> Checks.requireText(address, "clientAddress", CODE_LIMIT));
    }

    /** What is about to be done with one's own work, wherever the person is. */
    public static AccessRequest act(UUID person, UUID agreement, Action action, String resource) {
        return new AccessRequest(
                person,
                agreement,
                action,
                Occasion.ACT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(resource),
                Optional.empty());
    }

    /** Asks whether the person may do this at all. */
    public static AccessRequest question(UUID person, UUID agreement, Action action) {
        return question(
                person, agreement, action, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Asks whether the person may do this, narrowed by what is named. */
    public static AccessRequest question(
            UUID person,
            UUID agreement,
            Action action,
            Optional<String> environment,
            Optional<String> system,
            Optional<Purpose> purpose,
            Optional<String> resource) {
        return new AccessRequest(
                person, agreement, action, Occasion.QUESTION, environment, system, purpose, resource, Optional.empty());
    }

    /** Whether it is about to be done. */
    boolean isAct() {
        return occasion == Occasion.ACT;
    }
}
