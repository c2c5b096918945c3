package org.sekisho.persistence.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Audience;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.release.Release;
import org.sekisho.domain.report.release.ReleasedContent;
import org.sekisho.domain.report.release.Releases;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.persistence.shared.Entities;
import org.sekisho.persistence.shared.Sql;

/** Releases as rows; what left in a table of its own. */
@ApplicationScoped
public class ReleaseRows implements Releases {

    @Inject
    private Entities entities;

    @Inject
    private Sql sql;

    @Override
    public Optional<Release> find(UUID id) {
        return entities.find(Release.class, id);
    }

    @Override
    public Release requireLocked(UUID id) {
        return entities.lockAndRaise(Release.class, id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    @Override
    public Optional<ReleasedContent> content(UUID release) {
        return entities.find(ReleasedContent.class, release);
    }

    @Override
    public void add(Release release, ReleasedContent content) {
        entities.add(release);
        entities.add(content);
    }

    @Override
    public int askedSince(UUID organisation, UUID agreement, Role who, Audience to, Instant since) {
        // Two who ask at the same time don't both count the other out.
        sql.lock("release " + organisation);
        return sql.query(
                        """
                        select count(*) from report_release r
                        where r.organisation_id = :organisation and r.agreement_id = :agreement and r.role = :role and r.audience = :audience
                          and r.requested_at >= :since and r.state not in ('DECLINED', 'WITHDRAWN')
                        """)
                .with("organisation", organisation)
                .with("agreement", agreement)
                .with("role", who.name())
                .with("audience", to.name())
                .with("since", since)
                .first(row -> Math.toIntExact(row.number(0)))
                .orElseThrow();
    }
}
