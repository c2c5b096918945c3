package org.sekisho.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.domain.report.decision.EscalationLevel;
import org.sekisho.domain.report.escalation.EscalationDocument;
import org.sekisho.domain.report.escalation.EscalationRow;
import org.sekisho.domain.report.escalation.EscalationStep;
import org.sekisho.domain.report.escalation.EscalationView;
import org.sekisho.domain.report.escalation.EvaluationCause;

/**
 * One escalation. What was put before the authority is fetched by its hash.
 *
 * @param rendering of what was sent last: what an acknowledgement names as {@code readHash}
 */
public record EscalationAnswer(
        EscalationRow escalation,
        Optional<String> rendering,
        List<SentDocument> documents,
        List<EscalationEvaluated> evaluations,
        List<EscalationStepTaken> steps) {

    /** Something that was put before the authority, and who read it when. */
    public record SentDocument(
            EscalationDocument.Kind kind, String sha256, int size, Instant sentAt, List<DocumentRead> readings) {}

    /** That somebody of the authority read it, and when first. */
    public record DocumentRead(String person, String organisation, Instant at) {}

    /** An answer of the escalation table; rows count from 0. */
    public record EscalationEvaluated(
            EvaluationCause cause,
            String table,
            int version,
            int row,
            Map<String, String> inputs,
            EscalationLevel level,
            Instant at) {}

    /** Something that happened. */
    public record EscalationStepTaken(
            EscalationStep.Kind kind, EscalationLevel level, Optional<String> person, Instant at) {}

    static EscalationAnswer of(EscalationView view) {
        return new EscalationAnswer(
                view.row(),
                view.rendering(),
                view.documents().stream()
                        .map(each -> new SentDocument(
                                each.kind(),
                                each.sha256(),
                                each.size(),
                                each.sentAt(),
                                each.readings().stream()
                                        .map(read -> new DocumentRead(read.person(), read.organisation(), read.at()))
                                        .toList()))
                        .toList(),
                view.evaluations().stream()
                        .map(each -> new EscalationEvaluated(
                                each.cause(),
                                each.table(),
                                each.version(),
                                each.row(),
                                each.inputs(),
                                each.level(),
                                each.at()))
                        .toList(),
                view.steps().stream()
                        .map(each -> new EscalationStepTaken(each.kind(), each.level(), each.person(), each.at()))
                        .toList());
    }
}
