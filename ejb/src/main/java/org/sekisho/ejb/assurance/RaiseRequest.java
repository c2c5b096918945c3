package org.sekisho.ejb.assurance;

import java.util.UUID;
import org.sekisho.domain.assurance.engagement.AuditRequest;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/** What auditors ask for. */
public record RaiseRequest(UUID engagement, AuditRequest.Asked asked) implements Command {

    @Override
    public Subject subject() {
        return new Subject(Engagement.KIND, engagement);
    }
}
