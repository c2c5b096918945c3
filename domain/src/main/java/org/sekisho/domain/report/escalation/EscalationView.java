package org.sekisho.domain.report.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.decision.EscalationLevel;

/**
 * One escalation as its reader sees it; whoever sees only state and clock gets the other parts empty.
 *
 * @param evaluations what the table answered about the report, the newest first
 * @param documents what was put before the authority, in order
 * @param rendering the hash of what was sent last; an acknowledgement is bound to it
 * @param content what was sent last, for whoever may read it
 * @param authorities to whom it goes today
 */
public record EscalationView(
        EscalationRow row,
        Optional<String> acknowledgedBy,
        List<Evaluated> evaluations,
        List<Step> steps,
        List<Document> documents,
        Optional<String> rendering,
        Optional<ReportContent> content,
        List<String> authorities,
        May may) {

    public EscalationView {
        evaluations = List.copyOf(evaluations);
        steps = List.copyOf(steps);
        documents = List.copyOf(documents);
        authorities = List.copyOf(authorities);
    }

    /** What the reader may do now. */
    public record May(boolean acknowledge, boolean addContext, boolean markVoluntary, boolean standDown) {}

    /**
     * An answer of the table.
     *
     * @param row from 0
     * @param decides whether the escalation rests on it
     */
    public record Evaluated(
            EvaluationCause cause,
            String table,
            int version,
            int row,
            Map<String, String> inputs,
            EscalationLevel level,
            Instant at,
            boolean decides) {}

    /** Something that happened; by the system where nobody is named. */
    public record Step(
            EscalationStep.Kind kind,
            EscalationLevel level,
            Optional<String> person,
            Optional<String> organisation,
            Instant at,
            Optional<String> reason) {}

    /**
     * Something that was sent.
     *
     * @param text what the institution's people added; empty for a rendering
     */
    public record Document(
            UUID id,
            EscalationDocument.Kind kind,
            String sha256,
            int size,
            Optional<String> person,
            Instant sentAt,
            Optional<String> text,
            List<Reading> readings) {}

    /** Who at the authority read it, and when first. */
    public record Reading(String person, String organisation, Instant at) {}
}
