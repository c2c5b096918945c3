package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.engagement.DeclarationState;
import org.sekisho.domain.assurance.engagement.EngagementView.Member;
import org.sekisho.domain.assurance.engagement.Independence;
import org.sekisho.domain.assurance.engagement.TeamDirectory.Standing;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.assurance.AuditTeamService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Say;

/** The firm, its team, and the terms of the audit. */
@Named
@RequestScoped
public class TeamTab {

    private static final Csv<Member> CSV = new Csv<Member>()
            .with("auditor", member -> member.name().orElse(member.person().toString()))
            .with("assigned_at", Member::assignedAt)
            .with("released_at", Member::releasedAt)
            .with("independence", Member::independence);

    @Inject
    private AuditPage page;

    @Inject
    private AuditTeamService teams;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Me me;

    private @Nullable ListState list;
    private @Nullable Page<Member> rows;

    public ListState getList() {
        if (list == null) {
            list = ListState.within(
                    request, List.of("id", "tab"), List.of("standing"), List.of("assigned", "name", "released"));
        }
        return list;
    }

    /** Everybody who is or was on the team. */
    public Page<Member> getRows() {
        if (rows == null) {
            rows = teams.team(page.getId(), standing(), getList().page());
        }
        return rows;
    }

    public List<Choice> getStandings() {
        return say.choices("team-standing", Arrays.stream(Standing.values()));
    }

    private Optional<Standing> standing() {
        return getList().choice("standing", Standing.class);
    }

    void download() {
        CSV.send(
                "team-" + page.getRow().number(),
                after -> teams.team(page.getId(), standing(), getList().wholeAfter(after)));
    }

    /** Until when the declaration counts that makes a member independent today. */
    public Optional<LocalDate> validUntil(Member member) {
        return member.independence() != Independence.ACCEPTED
                ? Optional.empty()
                : page.getView().declarations().stream()
                        .filter(each -> each.person().equals(Optional.of(member.person())))
                        .flatMap(each -> each.validUntil().stream())
                        .max(LocalDate::compareTo);
    }

    public boolean isStaffOffered() {
        return page.isOwner() && !page.isClosed();
    }

    /** Whether the person may be offered to declare for themselves, for the first time or anew. */
    public boolean mayDeclare(Member member) {
        boolean pending = page.getView().declarations().stream()
                .anyMatch(each -> each.person().equals(Optional.of(member.person()))
                        && each.state() == DeclarationState.DECLARED);
        return !pending
                && !page.isClosed()
                && member.releasedAt().isEmpty()
                && me.can("audit:declare")
                && (isMyself(member) || page.isOwner());
    }

    public boolean isMyself(Member member) {
        return member.person().equals(me.getAccount().person());
    }
}
