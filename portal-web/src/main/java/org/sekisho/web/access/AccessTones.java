package org.sekisho.web.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.sekisho.domain.agreement.environment.AttestationState;
import org.sekisho.domain.agreement.freeze.FreezeState;
import org.sekisho.domain.agreement.grant.GrantState;
import org.sekisho.domain.agreement.phase.EvaluationState;
import org.sekisho.domain.agreement.training.TrainingState;
import org.sekisho.domain.playbook.PlaybookState;

/** In which tone the states of access are shown. */
@Named("accessTones")
@ApplicationScoped
public class AccessTones {

    private static final String GOOD = "chip-good";
    private static final String BAD = "chip-bad";
    private static final String INFO = "chip-info";
    private static final String OVER = "";

    public String grant(GrantState state) {
        return switch (state) {
            case ACTIVE -> GOOD;
            case REQUESTED, APPROVED -> INFO;
            case DECLINED, REVOKED -> BAD;
            case ENDED -> OVER;
        };
    }

    public String attestation(AttestationState state) {
        return switch (state) {
            case APPROVED -> GOOD;
            case PROPOSED -> INFO;
            case DECLINED, WITHDRAWN -> BAD;
        };
    }

    public String evaluation(EvaluationState state) {
        return switch (state) {
            case AGREED, APPLIED -> GOOD;
            case OPEN -> INFO;
            case DECLINED -> BAD;
            case WITHDRAWN -> OVER;
        };
    }

    public String freeze(FreezeState state) {
        return switch (state) {
            case STANDING, LIFT_PROPOSED -> BAD;
            case LIFTED -> OVER;
        };
    }

    public String training(TrainingState state) {
        return switch (state) {
            case CURRENT -> GOOD;
            case SUPERSEDED -> OVER;
            case REVOKED -> BAD;
        };
    }

    public String playbook(PlaybookState state) {
        return switch (state) {
            case APPROVED -> GOOD;
            case DRAFT -> INFO;
            case SUPERSEDED -> OVER;
        };
    }
}
