package org.sekisho.web.party;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.role.AssignmentState;
import org.sekisho.domain.party.role.RoleDirectory.RoleFilter;
import org.sekisho.domain.party.role.RoleDirectory.RoleRow;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.ejb.party.RoleService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.CsvDownload;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Say;

/** The list of roles that were asked for, whatever became of them. */
@Named
@RequestScoped
public class RolesPage {

    private static final String ORGANISATION = "organisation";
    private static final String ROLE = "role";
    private static final String STATE = "state";

    private static final List<String> CSV = List.of(
            "email",
            "role",
            "organisation",
            "state",
            "reason",
            "requested_at",
            "requested_by",
            "approved_by",
            "confirmed_by",
            "effective_at",
            "closed_at",
            "closed_reason");

    @Inject
    private RoleService roles;

    @Inject
    private OrganisationService organisations;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Say say;

    @SuppressWarnings("NullAway.Init")
    private ListState list;

    private @Nullable Page<RoleRow> page;

    @PostConstruct
    void read() {
        list = ListState.of(request, List.of(ORGANISATION, ROLE, STATE), List.of("-requestedAt", "email", ROLE));
    }

    public ListState getList() {
        return list;
    }

    /** The rows that the address asks for. */
    public Page<RoleRow> getPage() {
        if (page == null) {
            page = roles.list(filter(), list.page());
        }
        return page;
    }

    public List<Choice> getOrganisations() {
        return organisations.choices().stream()
                .map(each -> new Choice(each.id().toString(), say.name(each.name())))
                .toList();
    }

    public List<Choice> getRoles() {
        return say.choices(ROLE, Arrays.stream(Role.values()));
    }

    public List<Choice> getStates() {
        return say.choices("role-state", Arrays.stream(AssignmentState.values()));
    }

    /** Answers with the whole list as CSV. */
    public void download() {
        CsvDownload.send("roles", CSV, after -> roles.list(filter(), list.wholeAfter(after)), RolesPage::cells);
    }

    private RoleFilter filter() {
        return new RoleFilter(
                list.words(),
                list.id(ORGANISATION),
                list.choice(ROLE, Role.class),
                list.choice(STATE, AssignmentState.class));
    }

    private static List<Object> cells(RoleRow row) {
        return List.of(
                row.email(),
                row.role(),
                row.organisationShortName(),
                row.state(),
                row.reason(),
                row.requestedAt(),
                row.requestedByName().map(Name::en).orElse(""),
                row.approvedByName().map(Name::en).orElse(""),
                row.confirmedByName().map(Name::en).orElse(""),
                row.effectiveAt().map(Instant::toString).orElse(""),
                row.closedAt().map(Instant::toString).orElse(""),
                row.closedReason());
    }
}
