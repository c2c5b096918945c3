package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.engagement.AuditReport;
import org.sekisho.domain.assurance.engagement.AuditReports;
import org.sekisho.persistence.shared.Entities;

/** Closing reports as rows. */
@ApplicationScoped
public class AuditReportRows implements AuditReports {

    @Inject
    private Entities entities;

    @Override
    public Optional<AuditReport> find(UUID engagement) {
        return entities.find(AuditReport.class, engagement);
    }

    @Override
    public void add(AuditReport report) {
        entities.add(report);
    }
}
