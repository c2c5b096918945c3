package org.sekisho.ejb.assurance;

import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.finding.FindingSeverity;
import org.sekisho.domain.assurance.finding.FindingWords;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * What auditors found.
 *
 * @param controls the ids of those that it concerns, in the catalogue that the engagement goes by; none where it stands for its section
 */
public record RaiseFinding(
        UUID engagement, EvidenceSection section, FindingSeverity severity, Set<String> controls, FindingWords words)
        implements Command {

    public RaiseFinding {
        controls = Set.copyOf(controls);
    }

    @Override
    public Subject subject() {
        return new Subject(Engagement.KIND, engagement);
    }
}
