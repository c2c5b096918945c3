package org.sekisho.ejb.assurance;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.clause.NetworkRange;
import org.sekisho.domain.assurance.engagement.AccessLog;
import org.sekisho.domain.assurance.engagement.AccessLogRow;
import org.sekisho.domain.assurance.engagement.AuditTeam;
import org.sekisho.domain.assurance.engagement.AuditedAgreements;
import org.sekisho.domain.assurance.engagement.AuditedAgreements.Candidate;
import org.sekisho.domain.assurance.engagement.Conclusion;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.EngagementDirectory;
import org.sekisho.domain.assurance.engagement.EngagementFilter;
import org.sekisho.domain.assurance.engagement.EngagementRow;
import org.sekisho.domain.assurance.engagement.EngagementTerms;
import org.sekisho.domain.assurance.engagement.EngagementView;
import org.sekisho.domain.assurance.engagement.Engagements;
import org.sekisho.domain.assurance.engagement.TeamMember;
import org.sekisho.domain.assurance.finding.AuditFindings;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.organisation.Organisations;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** Engagements: scheduled, staffed with independent auditors, begun, reported on and closed. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class AuditService {

    private static final String ENGAGEMENT = Engagement.KIND;

    @Inject
    private CurrentAct act;

    @Inject
    private Engagements engagements;

    @Inject
    private EngagementDirectory directory;

    @Inject
    private AuditedAgreements agreements;

    @Inject
    private Organisations organisations;

    @Inject
    private AccessLog accessLog;

    @Inject
    private Entrance entrance;

    @Inject
    private Scheduling scheduling;

    @Inject
    private AuditFindings findings;

    @Inject
    private ClosingReport closingReport;

    /** Engagements that the actor may see. */
    @Permission(value = "audit:read", recorded = Recorded.REFUSALS)
    public Page<EngagementRow> list(EngagementFilter filter, PageRequest page) {
        return directory.list(filter, page);
    }

    /** One engagement, with its team and its declarations for those whom they concern. */
    @Permission(value = "audit:read", recorded = Recorded.REFUSALS)
    public EngagementView one(@About(ENGAGEMENT) UUID engagement) {
        EngagementRow row = directory.find(engagement).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        Engagement found = engagements.require(engagement);
        return EngagementView.of(row, found, agreements.names(found.team().people()), Days.of(act.now()));
    }

    /** Schedules an engagement by hand; its id. The organisation for which the actor acts owns it. */
    @Permission("audit:plan")
    public UUID schedule(ScheduleAudit command) {
        if (command.agreement().filter(id -> agreements.parties(id).isEmpty()).isPresent()) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
        Engagement engagement = scheduling.schedule(
                command.agreement(), act.actor().organisation().orElseThrow(), command.terms(), act.now());
        act.happened(engagement.scheduled());
        return engagement.id();
    }

    /** Settles the terms anew, before the fieldwork. */
    @Permission("audit:plan")
    public void settle(@About(ENGAGEMENT) UUID engagement, EngagementTerms terms) {
        Engagement found = engagements.require(engagement);
        act.happened(found.settle(act.actor(), terms, scheduling.commission(found.owner(), terms)));
    }

    /** Appoints the audit firm. */
    @Permission("audit:assign")
    public void appoint(@About(ENGAGEMENT) UUID engagement, UUID firm) {
        Engagement found = engagements.require(engagement);
        OrganisationKind kind = organisations.require(firm).kind();
        act.happened(found.appoint(act.actor(), scheduling.appointment(found, firm, kind)));
    }

    /**
     * Approves the networks from which packs are downloaded, in place of those before.
     *
     * @param networks in CIDR notation; none for anywhere
     */
    @Permission("audit:assign")
    public void approveNetworks(@About(ENGAGEMENT) UUID engagement, List<String> networks) {
        List<NetworkRange> approved = networks.stream().map(NetworkRange::new).toList();
        act.happened(engagements.require(engagement).approveNetworks(act.actor(), approved));
    }

    /** The firm's auditors who aren't on the team: those who can be put on it. */
    @Permission(value = "audit:assign", recorded = Recorded.REFUSALS)
    public List<Candidate> candidates(@About(ENGAGEMENT) UUID engagement) {
        Engagement found = engagements.require(engagement);
        Set<UUID> onTeam =
                found.team().current().stream().map(TeamMember::person).collect(Collectors.toSet());
        List<Candidate> auditors = found.firm()
                .map(firm -> entrance.withReachOf(SystemReach.CONFLICT_CHECK, () -> agreements.auditorsOf(firm)))
                .orElse(List.of());
        return auditors.stream()
                .filter(auditor -> !onTeam.contains(auditor.person()))
                .toList();
    }

    /** Puts an auditor of the firm on the team. */
    @Permission("audit:assign")
    public void assign(@About(ENGAGEMENT) UUID engagement, UUID person) {
        Engagement found = engagements.require(engagement);
        Set<UUID> affiliations = entrance.withReachOf(
                SystemReach.CONFLICT_CHECK, () -> agreements.affiliations(person, Days.of(act.now())));
        Set<UUID> parties = found.agreement().map(agreements::parties).orElse(Set.of());
        act.happened(found.team().assign(act.actor(), person, affiliations, parties, act.now()));
    }

    /** Takes an auditor off the team. */
    @Permission("audit:assign")
    public void release(@About(ENGAGEMENT) UUID engagement, UUID person) {
        act.happened(engagements.require(engagement).team().release(act.actor(), person, act.now()));
    }

    /** Declares independence; the declaration's id. */
    @Permission("audit:declare")
    public UUID declare(DeclareIndependence command) {
        AuditTeam.Declared declared = engagements
                .require(command.engagement())
                .team()
                .declare(act.actor(), command.person(), command.threats(), act.now());
        act.happened(declared.event());
        return declared.declaration();
    }

    /**
     * One side's decision on a declaration: that of whoever commissioned the audit, the authority's own, or one of an authority that the
     * owner records. An authority that commissioned it says which of the two it gives.
     */
    @Permission("audit:decide-independence")
    public void decide(DecideIndependence command) {
        Engagement found = engagements.require(command.engagement());
        AuditTeam team = found.team();
        boolean overseeing =
                act.actor().isOf(OrganisationKind.AUTHORITY) && !act.actor().isOf(found.owner());
        Optional<UUID> authority = overseeing ? act.actor().organisation() : command.authority();
        authority.ifPresent(this::requireAuthority);
        act.happened(
                authority.isPresent()
                        ? team.decideForAuthority(
                                act.actor(),
                                command.declaration(),
                                authority.get(),
                                command.accepted(),
                                command.reason(),
                                command.reference(),
                                act.now())
                        : team.decide(
                                act.actor(), command.declaration(), command.accepted(), command.reason(), act.now()));
    }

    /** Begins the fieldwork: from now on the auditors read. */
    @Permission("audit:begin")
    public void beginFieldwork(@About(ENGAGEMENT) UUID engagement) {
        act.happened(engagements.require(engagement).beginFieldwork(act.actor(), act.now()));
    }

    /** Ends the fieldwork and begins the report. */
    @Permission("audit:report")
    public void beginReporting(@About(ENGAGEMENT) UUID engagement) {
        act.happened(engagements.require(engagement).beginReporting(act.actor(), act.now()));
    }

    /** Closes it with a conclusion, once every finding is settled, and keeps its report: the auditors' reach ends. */
    @Permission("audit:close")
    public void close(@About(ENGAGEMENT) UUID engagement, Conclusion conclusion) {
        LocalDate today = Days.of(act.now());
        int unsettled = (int) findings.ofEngagement(engagement).stream()
                .filter(finding -> !finding.isSettled(today))
                .count();
        Engagement found = engagements.require(engagement);
        DomainEvent closed = found.close(act.actor(), conclusion, unsettled, act.now());
        closingReport.keep(found, conclusion, act.now());
        act.happened(closed);
    }

    /** Who of the team viewed what: for the owner at once, for the audited organisation after the close. */
    @Permission("audit:read")
    public Page<AccessLogRow> accessLog(@About(ENGAGEMENT) UUID engagement, AccessLog.Filter filter, PageRequest page) {
        boolean its = filter.engagement().equals(engagement)
                && engagements.require(engagement).opensAccessLogTo(act.actor());
        if (!its) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
        return accessLog.list(filter, page);
    }

    private void requireAuthority(UUID organisation) {
        if (organisations.require(organisation).kind() != OrganisationKind.AUTHORITY) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
    }
}
