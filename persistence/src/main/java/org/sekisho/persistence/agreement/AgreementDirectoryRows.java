package org.sekisho.persistence.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.AgreementDirectory;
import org.sekisho.domain.agreement.AgreementFilter;
import org.sekisho.domain.agreement.AgreementRow;
import org.sekisho.domain.agreement.AgreementView;
import org.sekisho.domain.agreement.AuthorityFilter;
import org.sekisho.domain.agreement.AuthorityRow;
import org.sekisho.domain.agreement.CommentRow;
import org.sekisho.domain.agreement.ProposalRow;
import org.sekisho.domain.agreement.RemarkFilter;
import org.sekisho.domain.agreement.SuspensionCause;
import org.sekisho.domain.agreement.SuspensionRow;
import org.sekisho.domain.agreement.TimelineFilter;
import org.sekisho.domain.agreement.TimelineRow;
import org.sekisho.domain.agreement.VersionRow;
import org.sekisho.domain.agreement.VersionState;
import org.sekisho.domain.agreement.VersionView;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.Sql;

/** Agreements as lists and pages read them. */
@ApplicationScoped
public class AgreementDirectoryRows implements AgreementDirectory {

    @Inject
    private Sql sql;

    @Inject
    private AgreementLists agreements;

    @Inject
    private VersionLists versions;

    @Inject
    private NegotiationLists negotiation;

    @Inject
    private TimelineLists timelines;

    @Inject
    private AuthorityLists authorities;

    @Inject
    private SuspensionLists suspensions;

    /** When and why an agreement ended. */
    private record Ending(Optional<Instant> at, String reason) {}

    @Override
    public Page<AgreementRow> list(AgreementFilter filter, PageRequest page) {
        return agreements.list(filter, page);
    }

    @Override
    public Optional<AgreementView> find(UUID id) {
        return agreements.find(id).map(row -> {
            Ending ending = ending(id);
            return new AgreementView(row, versions.of(id), suspensions.of(id), ending.at(), ending.reason());
        });
    }

    @Override
    public Optional<UUID> findByNumber(String number) {
        return sql.query("select id from agreement where number = :number")
                .with("number", number)
                .first(row -> row.id(0));
    }

    @Override
    public Page<VersionRow> versions(UUID agreement, Set<VersionState> states, PageRequest page) {
        return versions.list(agreement, states, page);
    }

    @Override
    public Optional<VersionView> findVersion(UUID agreement, int number) {
        return versions.find(agreement, number);
    }

    @Override
    public Optional<String> content(UUID agreement, int number) {
        return versions.content(agreement, number);
    }

    @Override
    public Page<CommentRow> comments(UUID agreement, RemarkFilter filter, PageRequest page) {
        return negotiation.comments(agreement, filter, page);
    }

    @Override
    public Page<ProposalRow> proposals(UUID agreement, RemarkFilter filter, PageRequest page) {
        return negotiation.proposals(agreement, filter, page);
    }

    @Override
    public Optional<ProposalRow> findProposal(UUID id) {
        return negotiation.findProposal(id);
    }

    @Override
    public Page<TimelineRow> timeline(UUID agreement, Optional<UUID> own, TimelineFilter filter, PageRequest page) {
        return timelines.timeline(agreement, own, filter, page);
    }

    @Override
    public Page<SuspensionRow> suspensions(UUID agreement, Optional<SuspensionCause> cause, PageRequest page) {
        return suspensions.list(agreement, cause, page);
    }

    @Override
    public List<AuthorityRow> authorities(UUID organisation) {
        return authorities.of(organisation);
    }

    @Override
    public Page<AuthorityRow> authorities(UUID organisation, AuthorityFilter filter, PageRequest page) {
        return authorities.list(organisation, filter, page);
    }

    private Ending ending(UUID agreement) {
        return sql.query("select a.ended_at, a.end_reason from agreement a where a.id = :id")
                .with("id", agreement)
                .first(row -> new Ending(row.optionalInstant(0), row.text(1)))
                .orElse(new Ending(Optional.empty(), ""));
    }
}
