package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.engagement.AuditRequest;
import org.sekisho.domain.assurance.engagement.AuditRequests;
import org.sekisho.persistence.shared.Entities;
import org.sekisho.persistence.shared.Sql;

/** Requests of auditors as rows. */
@ApplicationScoped
public class AuditRequestRows implements AuditRequests {

    @Inject
    private Entities entities;

    @Inject
    private Sql sql;

    @Override
    public Optional<AuditRequest> find(UUID id) {
        return entities.find(AuditRequest.class, id);
    }

    /** Of two that ask at once, the unique constraint refuses the second. */
    @Override
    public int nextNumber(UUID engagement) {
        return sql.query("select coalesce(max(number), 0) + 1 from audit_request where engagement_id = :engagement")
                .with("engagement", engagement)
                .first(row -> (int) row.number(0))
                .orElse(1);
    }

    @Override
    public void add(AuditRequest request) {
        entities.add(request);
    }
}
