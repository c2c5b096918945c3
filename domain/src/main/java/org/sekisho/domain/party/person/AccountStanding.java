package org.sekisho.domain.party.person;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.shared.Checks;

/** The state of an account: since when, by whom, and why. */
@Embeddable
public class AccountStanding {

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private PersonState state;

    @Column(name = "state_reason", nullable = false)
    private String reason;

    @Column(name = "state_changed_by", nullable = false)
    private String changedBy;

    @Column(name = "state_changed_at", nullable = false)
    private Instant changedAt;

    @SuppressWarnings("NullAway")
    protected AccountStanding() {}

    AccountStanding(PersonState state, String reason, String changedBy, Instant changedAt) {
        this.state = state;
        this.reason = reason;
        this.changedBy = changedBy;
        this.changedAt = changedAt;
    }

    /**
     * The standing after a verb. Some verbs lead to the same state, so each names where it starts besides what the table allows.
     *
     * @throws org.sekisho.domain.shared.Refusal with {@link PartyError#PERSON_STATE}
     */
    AccountStanding become(PersonState next, Set<PersonState> from, String why, String by, Instant now) {
        Checks.check(
                state.canBecome(next) && from.contains(state),
                PartyError.PERSON_STATE,
                Map.of("state", state.name(), "next", next.name()));
        return new AccountStanding(next, why, by, now);
    }

    public PersonState state() {
        return state;
    }

    /** Why the account is locked, deactivated or reinstated; empty where no reason is asked for. */
    public String reason() {
        return reason;
    }

    /** Who changed the state last, as the trail writes it. */
    public String changedBy() {
        return changedBy;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
