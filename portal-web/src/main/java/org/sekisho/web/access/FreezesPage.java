package org.sekisho.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.freeze.FreezeFilter;
import org.sekisho.domain.agreement.freeze.FreezeKind;
import org.sekisho.domain.agreement.freeze.FreezeRow;
import org.sekisho.domain.agreement.freeze.FreezeState;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.ejb.access.DeclareFreeze;
import org.sekisho.ejb.access.FreezeService;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** Freezes: what stands still, who agreed to lift it, and the form that stops something at once. */
@Named
@RequestScoped
public class FreezesPage {

    private static final Csv<FreezeRow> CSV = new Csv<FreezeRow>()
            .with("kind", FreezeRow::kind)
            .with("target", FreezeRow::targetName)
            .with("state", FreezeRow::state)
            .with("frozen_at", FreezeRow::frozenAt)
            .with("organisation", FreezeRow::frozenByOrganisationName)
            .with("person", FreezeRow::frozenByName)
            .with("reason", FreezeRow::reason)
            .with("lifted_at", FreezeRow::liftedAt);

    @Inject
    private FreezeService freezes;

    @Inject
    private GovernedAgreements governed;

    @Inject
    private OrganisationService organisations;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private String kind = "";
    private String person = "";
    private String organisation = "";
    private String agreement = "";
    private String reason = "";
    private @Nullable ListState list;
    private @Nullable Page<FreezeRow> page;

    public ListState getList() {
        if (list == null) {
            list = ListState.of(
                    request, List.of("state", "kind"), List.of("-frozenAt", "kind", "organisation", "state"));
        }
        return list;
    }

    public Page<FreezeRow> getPage() {
        if (page == null) {
            page = freezes.freezes(filter(), getList().page());
        }
        return page;
    }

    /** Answers with the whole list as CSV when the address asks for it. */
    public void download() {
        CSV.send("freezes", after -> freezes.freezes(filter(), getList().wholeAfter(after)));
    }

    private FreezeFilter filter() {
        Set<FreezeState> states =
                getList().choice("state", FreezeState.class).map(Set::of).orElse(Set.of());
        return new FreezeFilter(
                getList().choice("kind", FreezeKind.class),
                Optional.empty(),
                Optional.empty(),
                states,
                getList().words());
    }

    public long getActive() {
        return freezes.freezes(FreezeFilter.standing(), PageRequest.first()).total();
    }

    public List<Choice> getStates() {
        return say.choices("freeze-state", Arrays.stream(FreezeState.values()));
    }

    public List<Choice> getKinds() {
        return say.choices("freeze-kind", Arrays.stream(FreezeKind.values()));
    }

    public List<Choice> getOrganisations() {
        return organisations.choices().stream()
                .map(each -> new Choice(each.id().toString(), say.name(each.name())))
                .toList();
    }

    public List<Choice> getAgreements() {
        return governed.choices();
    }

    public boolean isLiftOffered() {
        return me.can("freeze:lift");
    }

    /** Stops what was named, at once. */
    public void freeze() {
        FreezeKind named = FormValues.requireChoice(kind, FreezeKind.class, "kind");
        freezes.freeze(new DeclareFreeze(
                named == FreezeKind.AGREEMENT ? Optional.of(id(agreement, "agreement")) : Optional.empty(),
                named == FreezeKind.PERSON ? Optional.of(FormValues.requireText(person, "person")) : Optional.empty(),
                named == FreezeKind.ORGANISATION
                        ? Optional.of(FormValues.requireText(organisation, "organisation"))
                        : Optional.empty(),
                named == FreezeKind.ALL,
                FormValues.requireText(reason, "reason")));
        notices.done("freezes.done", Map.of());
        notices.leadTo("/freezes");
    }

    private static UUID id(String given, String field) {
        return FormValues.requireChosen(given, field);
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = FormValues.text(kind);
    }

    public String getPerson() {
        return person;
    }

    public void setPerson(String person) {
        this.person = FormValues.text(person);
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(String organisation) {
        this.organisation = FormValues.text(organisation);
    }

    public String getAgreement() {
        return agreement;
    }

    public void setAgreement(String agreement) {
        this.agreement = FormValues.text(agreement);
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = FormValues.text(reason);
    }
}
