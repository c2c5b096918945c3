package org.sekisho.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.sekisho.domain.agreement.clause.Words;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.agreement.DraftAgreement;
import org.sekisho.ejb.agreement.DraftingService;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** The page on which a coordinator begins an agreement. */
@Named
@RequestScoped
public class DraftPage {

    @Inject
    private DraftingService drafting;

    @Inject
    private OrganisationService organisations;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    private String titleEn = "";
    private String titleJa = "";
    private String institution = "";
    private String provider = "";
    private String[] acceding = new String[0];

    public List<Choice> getInstitutions() {
        return of(OrganisationKind.INSTITUTION, OrganisationKind.AUTHORITY);
    }

    public List<Choice> getProviders() {
        return of(OrganisationKind.MODEL_PROVIDER);
    }

    /** Who can accede: everybody but those who only watch. */
    public List<Choice> getOthers() {
        return of(OrganisationKind.INSTITUTION, OrganisationKind.AUTHORITY, OrganisationKind.IT_VENDOR);
    }

    private List<Choice> of(OrganisationKind... kinds) {
        return organisations.choices().stream()
                .filter(each -> Arrays.asList(kinds).contains(each.kind()))
                .map(each -> new Choice(each.id().toString(), say.name(each.name())))
                .toList();
    }

    /** Begins the agreement and leads to its clauses. */
    public void submit() {
        UUID begun = drafting.draft(new DraftAgreement(
                new Words(required(titleEn, "titleEn"), required(titleJa, "titleJa")),
                id(institution, "institution"),
                id(provider, "provider"),
                Stream.of(acceding).map(each -> id(each, "acceding")).toList()));
        notices.done("draft.done", Map.of());
        notices.leadTo("/agreement?id=" + begun + "&tab=clauses");
    }

    private static String required(String given, String field) {
        if (given.isBlank()) {
            throw Refusal.of(SharedError.REQUIRED, "field", field);
        }
        return given;
    }

    private static UUID id(String given, String field) {
        return UUID.fromString(required(given, field));
    }

    public String getTitleEn() {
        return titleEn;
    }

    public void setTitleEn(String titleEn) {
        this.titleEn = titleEn == null ? "" : titleEn;
    }

    public String getTitleJa() {
        return titleJa;
    }

    public void setTitleJa(String titleJa) {
        this.titleJa = titleJa == null ? "" : titleJa;
    }

    public String getInstitution() {
        return institution;
    }

    public void setInstitution(String institution) {
        this.institution = institution == null ? "" : institution;
    }

    public String getProvider() {
        return provider;
    }

    public void setProvider(String provider) {
        this.provider = provider == null ? "" : provider;
    }

    public String[] getAcceding() {
        return acceding.clone();
    }

    public void setAcceding(String[] acceding) {
        this.acceding = acceding == null ? new String[0] : acceding.clone();
    }
}
