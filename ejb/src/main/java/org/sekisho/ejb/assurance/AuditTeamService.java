package org.sekisho.ejb.assurance;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sekisho.domain.assurance.engagement.AuditTeam;
import org.sekisho.domain.assurance.engagement.AuditedAgreements;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.EngagementView;
import org.sekisho.domain.assurance.engagement.EngagementView.Declaration;
import org.sekisho.domain.assurance.engagement.EngagementView.Member;
import org.sekisho.domain.assurance.engagement.Engagements;
import org.sekisho.domain.assurance.engagement.TeamDirectory;
import org.sekisho.domain.assurance.engagement.TeamDirectory.DeclarationFilter;
import org.sekisho.domain.assurance.engagement.TeamDirectory.Standing;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** The lists of an audit's team and declarations. The database narrows and orders; how each stands is for the domain to say. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class AuditTeamService {

    @Inject
    private CurrentAct act;

    @Inject
    private Engagements engagements;

    @Inject
    private TeamDirectory directory;

    @Inject
    private AuditedAgreements agreements;

    /** Everybody who is or was on the team. */
    @Permission(value = "audit:read", recorded = Recorded.REFUSALS)
    public Page<Member> team(@About(Engagement.KIND) UUID engagement, Optional<Standing> standing, PageRequest page) {
        AuditTeam team = engagements.require(engagement).team();
        return shown(
                directory.members(engagement, standing, page),
                EngagementView.members(team, agreements.names(team.people()), Days.of(act.now())),
                Member::id);
    }

    /** The declarations of independence; none for those whom they don't concern. */
    @Permission(value = "audit:read", recorded = Recorded.REFUSALS)
    public Page<Declaration> declarations(
            @About(Engagement.KIND) UUID engagement, DeclarationFilter filter, PageRequest page) {
        AuditTeam team = engagements.require(engagement).team();
        return shown(
                directory.declarations(engagement, filter, page),
                EngagementView.declarations(team, agreements.names(team.people())),
                Declaration::id);
    }

    private static <T> Page<T> shown(Page<UUID> ids, List<T> all, Function<T, UUID> id) {
        Map<UUID, T> known = all.stream().collect(Collectors.toMap(id, Function.identity()));
        return ids.map(each -> Objects.requireNonNull(known.get(each)));
    }
}
