package org.sekisho.web.api;

import java.time.Instant;
import java.util.Optional;
import org.sekisho.domain.assurance.finding.FindingView.Said;

/**
 * Something said about a finding as the interface tells it.
 *
 * @param action the number of the corrective action that it is about
 * @param revision of the finding
 * @param person the name of who said it, where the reader may know it
 */
public record FindingStatementAnswer(
        String kind,
        Optional<Integer> action,
        int revision,
        String words,
        Optional<String> person,
        String organisationEn,
        String organisationJa,
        Instant at) {

    static FindingStatementAnswer of(Said said) {
        return new FindingStatementAnswer(
                said.kind().name(),
                said.action(),
                said.revision(),
                said.words(),
                said.person(),
                said.organisation().en(),
                said.organisation().ja(),
                said.at());
    }
}
