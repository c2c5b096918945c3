package org.sekisho.web.party;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Say;

/** The list of roles that were asked for, whatever became of them. */
@Named
@RequestScoped
public class RolesPage {

    private static final String PERSON = "person";
    private static final String ORGANISATION = "organisation";
    private static final String ROLE = "role";
    private static final String STATE = "state";

    private static final Csv<RoleRow> CSV = new Csv<RoleRow>()
            .with("email", RoleRow::email)
            .with("role", RoleRow::role)
            .with("organisation", RoleRow::organisationShortName)
            .with("state", RoleRow::state)
            .with("reason", RoleRow::reason)
            .with("requested_at", RoleRow::requestedAt)
            .with("requested_by", row -> row.requestedByName().map(Name::en))
            .with("approved_by", row -> row.approvedByName().map(Name::en))
            .with("confirmed_by", row -> row.confirmedByName().map(Name::en))
            .with("effective_at", RoleRow::effectiveAt)
            .with("closed_at", RoleRow::closedAt)
            .with("closed_reason", RoleRow::closedReason);

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
        list = ListState.of(
                request,
                List.of(PERSON, ORGANISATION, ROLE, STATE),
                List.of("-requestedAt", "email", ROLE, ORGANISATION, STATE));
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

    /** The one person to whom the list is narrowed, as a filter that can be taken away. */
    public List<Choice> getPerson() {
        String name = getPage().items().stream()
                .findFirst()
                .map(row -> say.name(row.name()))
                .orElseGet(() -> say.text("sessions.one", Map.of()));
        return List.of(new Choice(list.of(PERSON), name));
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
        CSV.send("roles", after -> roles.list(filter(), list.wholeAfter(after)));
    }

    private RoleFilter filter() {
        return new RoleFilter(
                list.words(),
                list.id(PERSON),
                list.id(ORGANISATION),
                list.choice(ROLE, Role.class),
                list.choice(STATE, AssignmentState.class));
    }
}
