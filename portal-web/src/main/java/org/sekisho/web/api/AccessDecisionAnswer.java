package org.sekisho.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.access.AccessDecision;
import org.sekisho.domain.agreement.access.Condition;
import org.sekisho.domain.agreement.access.Phrase;
import org.sekisho.domain.agreement.access.Reason;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.web.access.PhraseWords;

/**
 * A decision as REST answers it.
 *
 * @param reasons one for each condition that the action needs, failed ones first
 * @param lapsesAt when a permit ends if nothing is done; absent where no day is set for it
 */
public record AccessDecisionAnswer(
        UUID person,
        UUID agreement,
        String action,
        boolean permit,
        List<Because> reasons,
        Instant decidedAt,
        Optional<Instant> lapsesAt) {

    /**
     * One reason.
     *
     * @param clause absent for a freeze, which comes from none
     * @param found what was found, in the language asked for
     * @param remedy what would restore or keep it, in the language asked for; empty where there is nothing to do
     * @param foundCodes the same as stable codes
     * @param remedyCodes the same as stable codes
     */
    public record Because(
            Optional<ClauseKind> clause,
            Condition condition,
            boolean satisfied,
            String found,
            String remedy,
            List<String> foundCodes,
            List<String> remedyCodes,
            Optional<Instant> lapsesAt) {

        static Because of(Reason reason, Locale locale) {
            return new Because(
                    reason.clause(),
                    reason.condition(),
                    reason.satisfied(),
                    PhraseWords.all(reason.found(), locale),
                    PhraseWords.all(reason.remedies(), locale),
                    reason.found().stream().map(Phrase::code).toList(),
                    reason.remedies().stream().map(Phrase::code).toList(),
                    reason.lapsesAt());
        }
    }

    static AccessDecisionAnswer of(AccessDecision decision, Locale locale) {
        return new AccessDecisionAnswer(
                decision.request().person(),
                decision.request().agreement(),
                decision.request().action().code(),
                decision.permit(),
                decision.reasons().stream()
                        .map(reason -> Because.of(reason, locale))
                        .toList(),
                decision.at(),
                decision.lapsesAt());
    }
}
