package org.sekisho.ejb.assurance;

import java.util.UUID;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.finding.FindingSeverity;
import org.sekisho.domain.assurance.finding.FindingWords;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/** What auditors found. */
public record RaiseFinding(UUID engagement, EvidenceSection section, FindingSeverity severity, FindingWords words)
        implements Command {

    @Override
    public Subject subject() {
        return new Subject(Engagement.KIND, engagement);
    }
}
