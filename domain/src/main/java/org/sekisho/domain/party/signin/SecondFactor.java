package org.sekisho.domain.party.signin;

import java.util.Collection;
import org.sekisho.domain.party.Role;

/** Whether a session has to prove a second factor, and what the person does next. */
public enum SecondFactor {
    /** No role asks for one, and none is enrolled. */
    NOT_NEEDED,
    /** A role asks for one and none is enrolled: the person can only enrol. */
    TO_ENROL,
    /** One is enrolled and this session hasn't proved it. Who has one always gives it. */
    TO_GIVE,
    GIVEN;

    /**
     * What a session owes.
     *
     * @param roles all roles of the person in effect, at every organisation
     * @param demo whether the demo regime runs, where no role asks for a second factor
     * @param enrolled {@link Credential#hasSecondFactor()}
     * @param given {@link LoginSession#secondFactor()}
     */
    public static SecondFactor of(Collection<Role> roles, boolean demo, boolean enrolled, boolean given) {
        if (given) {
            return GIVEN;
        }
        if (enrolled) {
            return TO_GIVE;
        }
        return !demo && roles.stream().anyMatch(Role::needsSecondFactor) ? TO_ENROL : NOT_NEEDED;
    }

    /** Whether the session may do what its roles allow; else only {@link org.sekisho.domain.party.Permissions#withoutSecondFactor()}. */
    public boolean isSettled() {
        return switch (this) {
            case NOT_NEEDED, GIVEN -> true;
            case TO_ENROL, TO_GIVE -> false;
        };
    }
}
