package org.sekisho.web.party;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.organisation.OrganisationDirectory.OrganisationRow;
import org.sekisho.domain.party.person.PeopleDirectory.PersonView;
import org.sekisho.ejb.party.CreatePerson;
import org.sekisho.ejb.party.EditPerson;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.ejb.party.PeopleService;
import org.sekisho.ejb.party.PersonCreated;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** Adds a person, or changes address, names and language of one. */
@Named
@RequestScoped
public class PersonEditPage {

    @Inject
    private PeopleService people;

    @Inject
    private OrganisationService organisations;

    @Inject
    private IssuedLinks issued;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    @Inject
    private Me me;

    private Optional<UUID> id = Optional.empty();
    private String title = "";
    private String version = "";
    private @Nullable String email;
    private @Nullable String nameEn;
    private @Nullable String nameJa;
    private String language = ReadingLanguage.JA.name();
    private @Nullable String organisation;
    private String[] roles = {};
    private @Nullable String reason;

    @PostConstruct
    void read() {
        if (request.getParameter("id") == null) {
            me.require("person:create");
            title = say.text("person-edit.new", Map.of());
            organisation = me.getAccount().organisation().toString();
        } else {
            id = Optional.of(FormValues.requireId(request, "id"));
            PersonView view = people.one(id.get()).person();
            title = say.text(
                    "person-edit.change", Map.of("name", say.name(view.row().name())));
            version = String.valueOf(view.version());
            email = view.row().email();
            nameEn = view.row().name().en();
            nameJa = view.row().name().ja();
            language = view.language().name();
        }
    }

    /** Invites the person. */
    public void create() {
        PersonCreated created = people.create(new CreatePerson(
                FormValues.text(email),
                Name.of(nameEn, nameJa),
                ReadingLanguage.valueOf(language),
                FormValues.requireChosen(organisation, "organisation"),
                Arrays.stream(roles).map(Role::valueOf).toList(),
                FormValues.text(reason)));
        issued.keep(created.link());
        notices.done("person.done.created", Map.of("email", created.email()));
        notices.leadTo("/person?id=" + created.person());
    }

    /** Saves what changed. */
    public void save() {
        UUID person = id.orElseThrow();
        people.edit(new EditPerson(
                person,
                Optional.of(Integer.valueOf(version)),
                Optional.of(FormValues.text(email)),
                Optional.of(Name.of(nameEn, nameJa)),
                Optional.of(ReadingLanguage.valueOf(language))));
        notices.done("person.done.saved", Map.of());
        notices.leadTo("/person?id=" + person);
    }

    public boolean isNew() {
        return id.isEmpty();
    }

    /** Where the page goes back to without saving. */
    public String getBack() {
        return id.map(person -> "/person?id=" + person).orElse("/people");
    }

    public List<Choice> getOrganisations() {
        return open().stream()
                .map(each -> new Choice(each.id().toString(), say.name(each.name())))
                .toList();
    }

    /** Roles that exist at one of the organisations to choose from. */
    public List<Choice> getRoleChoices() {
        List<OrganisationRow> open = open();
        return say.choices("role", Arrays.stream(Role.values()).filter(role -> open.stream()
                .anyMatch(each -> role.existsAt(each.kind()))));
    }

    /** Organisations at which this administrator may add people. */
    private List<OrganisationRow> open() {
        boolean all = me.holds(Role.ADMINISTRATOR.name());
        return organisations.choices().stream()
                .filter(each -> all || each.id().equals(me.getAccount().organisation()))
                .toList();
    }

    public String getTitle() {
        return title;
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getNameEn() {
        return nameEn;
    }

    public void setNameEn(@Nullable String nameEn) {
        this.nameEn = nameEn;
    }

    public @Nullable String getNameJa() {
        return nameJa;
    }

    public void setNameJa(@Nullable String nameJa) {
        this.nameJa = nameJa;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public @Nullable String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(@Nullable String organisation) {
        this.organisation = organisation;
    }

    public String[] getRoles() {
        return roles.clone();
    }

    public void setRoles(String[] roles) {
        this.roles = roles.clone();
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
