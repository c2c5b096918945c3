package org.sekisho.ejb.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.finding.FindingDays;
import org.sekisho.domain.assurance.finding.FindingSeverity;
import org.sekisho.domain.assurance.finding.FindingWords;
import org.sekisho.domain.assurance.finding.FindingWords.Part;
import org.sekisho.domain.assurance.finding.Position;
import org.sekisho.ejb.assurance.CorrectiveActionService;
import org.sekisho.ejb.assurance.FindingService;
import org.sekisho.ejb.assurance.RaiseFinding;

/** What the auditors found: one finding that the bank agreed with and does something about, one whose facts it is asked to check. */
@ApplicationScoped
class DemoFindings {

    private static final String AUDITOR = DemoRegister.of("auditor", "audit");

    @Inject
    private DemoSessions sessions;

    @Inject
    private FindingService findings;

    @Inject
    private CorrectiveActionService actions;

    private final DemoTexts texts = new DemoTexts();

    /** The bank checks the facts, agrees, and plans what it does. */
    void agreed(UUID engagement, DemoAgreement agreement, LocalDate today) {
        UUID finding = raise(engagement, EvidenceSection.ENVIRONMENTS, FindingSeverity.MEDIUM, Set.of("en-1"));
        String bank = agreement.at("security");
        LocalDate remedy = today.plusDays(40);
        submit(finding, new FindingDays(today.minusDays(2), today.plusDays(10), remedy));
        sessions.run(bank, () -> findings.confirm(finding));
        sessions.run(bank, () -> findings.respond(finding, Position.AGREED, texts.both("audit.finding.response")));
        sessions.run(
                bank,
                () -> actions.plan(finding, today.plusDays(21), texts.both("audit.finding.action"), Optional.empty()));
    }

    /** The facts wait for the bank. */
    void shown(UUID engagement, LocalDate today) {
        UUID finding = raise(engagement, EvidenceSection.TRAINING, FindingSeverity.HIGH, Set.of("ac-1", "tr-1"));
        submit(finding, new FindingDays(today.plusDays(4), today.plusDays(14), today.plusDays(60)));
    }

    private UUID raise(UUID engagement, EvidenceSection section, FindingSeverity severity, Set<String> controls) {
        Map<Part, String> words = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            words.put(part, texts.both("audit.finding." + section.folder() + "." + part.field()));
        }
        return sessions.as(
                AUDITOR,
                () -> findings.raise(
                        new RaiseFinding(engagement, section, severity, controls, new FindingWords(words))));
    }

    private void submit(UUID finding, FindingDays days) {
        sessions.run(AUDITOR, () -> findings.submit(finding, days));
    }
}
