package org.sekisho.web.party;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.ejb.party.FirstAdministrator;
import org.sekisho.ejb.party.LinkService;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;

/** Sets an empty installation up: the secretariat and its first administrator. */
@Named
@RequestScoped
public class FirstAdministratorPage {

    @Inject
    private LinkService links;

    @Inject
    private LinkPage link;

    @Inject
    private Notices notices;

    @Inject
    private Me me;

    private String shortName = "secretariat";
    private @Nullable String organisationEn;
    private @Nullable String organisationJa;
    private @Nullable String email;
    private @Nullable String nameEn;
    private @Nullable String nameJa;

    /** Sets up and leads to the sign-in page. */
    public void submit() {
        if (!link.getPassword().equals(link.getRepeat())) {
            notices.wrong("repeat", "link.differs");
            return;
        }
        links.setUpFirstAdministrator(new FirstAdministrator(
                link.token(),
                shortName,
                Name.of(organisationEn, organisationJa),
                email == null ? "" : email,
                Name.of(nameEn, nameJa),
                ReadingLanguage.ofTag(me.getLanguage()).orElse(ReadingLanguage.EN),
                link.getPassword()));
        notices.done("first.done", Map.of());
        notices.leadTo("/sign-in");
    }

    public String getShortName() {
        return shortName;
    }

    public void setShortName(@Nullable String shortName) {
        this.shortName = shortName == null ? "" : shortName;
    }

    public @Nullable String getOrganisationEn() {
        return organisationEn;
    }

    public void setOrganisationEn(@Nullable String organisationEn) {
        this.organisationEn = organisationEn;
    }

    public @Nullable String getOrganisationJa() {
        return organisationJa;
    }

    public void setOrganisationJa(@Nullable String organisationJa) {
        this.organisationJa = organisationJa;
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
}
