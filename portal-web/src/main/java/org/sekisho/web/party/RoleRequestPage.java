package org.sekisho.web.party;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.organisation.OrganisationDirectory.OrganisationRow;
import org.sekisho.domain.party.person.PeopleDirectory.PersonView;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.ejb.party.PeopleService;
import org.sekisho.ejb.party.RequestRole;
import org.sekisho.ejb.party.RoleService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** Asks for a role of somebody at one of the organisations to which they belong. */
@Named
@RequestScoped
public class RoleRequestPage {

    @Inject
    private RoleService roles;

    @Inject
    private PeopleService people;

    @Inject
    private OrganisationService organisations;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    private @Nullable PersonView person;
    private @Nullable String role;
    private @Nullable String organisation;
    private @Nullable String reason;

    /** Asks for the role. */
    public void submit() {
        UUID asked = roles.request(new RequestRole(
                getId(),
                FormValues.requireChoice(role, Role.class, "role"),
                FormValues.requireChosen(organisation, "organisation"),
                FormValues.text(reason)));
        notices.done("role-request.done", Map.of());
        notices.leadTo("/role?id=" + asked);
    }

    public UUID getId() {
        return FormValues.requireId(request, "person");
    }

    public PersonView getPerson() {
        if (person == null) {
            person = people.one(getId()).person();
        }
        return person;
    }

    public String getTitle() {
        return say.text(
                "role-request.title", Map.of("name", say.name(getPerson().row().name())));
    }

    /** Roles that exist at one of the person's organisations. */
    public List<Choice> getRoles() {
        List<OrganisationRow> theirs = theirs();
        return say.choices("role", Arrays.stream(Role.values()).filter(each -> theirs.stream()
                .anyMatch(there -> each.existsAt(there.kind()))));
    }

    public List<Choice> getOrganisations() {
        return theirs().stream()
                .map(each -> new Choice(each.id().toString(), say.name(each.name())))
                .toList();
    }

    private List<OrganisationRow> theirs() {
        List<UUID> ids = getPerson().affiliations().stream()
                .map(each -> each.organisation())
                .toList();
        return organisations.choices().stream()
                .filter(each -> ids.contains(each.id()))
                .toList();
    }

    public @Nullable String getRole() {
        return role;
    }

    public void setRole(@Nullable String role) {
        this.role = role;
    }

    public @Nullable String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(@Nullable String organisation) {
        this.organisation = organisation;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
