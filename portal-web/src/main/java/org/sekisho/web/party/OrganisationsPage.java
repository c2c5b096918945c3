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
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.organisation.OrganisationDirectory.OrganisationFilter;
import org.sekisho.domain.party.organisation.OrganisationDirectory.OrganisationListRow;
import org.sekisho.domain.party.organisation.OrganisationState;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Moments;
import org.sekisho.web.shared.Say;

/** The list of organisations: names for everyone, more for the installation's administrators. */
@Named
@RequestScoped
public class OrganisationsPage {

    private static final String KIND = "kind";
    private static final String STATE = "state";

    private static final Csv<OrganisationListRow> CSV = new Csv<OrganisationListRow>()
            .with("short_name", row -> row.row().shortName())
            .with("name_en", row -> row.row().name().en())
            .with("name_ja", row -> row.row().name().ja())
            .with("kind", row -> row.row().kind())
            .with("state", row -> row.row().state())
            .with("mail_domains", OrganisationListRow::mailDomains)
            .with("people", OrganisationListRow::people)
            .with("designated_by", OrganisationListRow::designatedBy)
            .with("designated_until", OrganisationListRow::designatedUntil);

    @Inject
    private OrganisationService organisations;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Say say;

    @Inject
    private Me me;

    @Inject
    private Moments moments;

    @SuppressWarnings("NullAway.Init")
    private ListState list;

    private @Nullable Page<OrganisationListRow> page;

    @PostConstruct
    void read() {
        list = ListState.of(request, List.of(KIND, STATE), List.of("shortName", "name", KIND, STATE));
    }

    public ListState getList() {
        return list;
    }

    /** Whether more than the names is open to the reader. */
    public boolean isAdministered() {
        return me.can("organisation:edit");
    }

    /** The rows that the address asks for; what isn't open to the reader is left empty. */
    public Page<OrganisationListRow> getPage() {
        if (page == null) {
            page = isAdministered()
                    ? organisations.administer(filter(), list.page())
                    : organisations
                            .list(filter(), list.page())
                            .map(row -> new OrganisationListRow(row, List.of(), 0, Optional.empty(), Optional.empty()));
        }
        return page;
    }

    public String getAbout() {
        String number = getPage().totalIsMore()
                ? say.total(getPage())
                : say.text("organisations.number", Map.of("count", getPage().total()));
        return say.text("organisations.about", Map.of("number", number));
    }

    public List<Choice> getKinds() {
        return say.choices("organisation-kind", Arrays.stream(OrganisationKind.values()));
    }

    public List<Choice> getStates() {
        return say.choices("organisation-state", Arrays.stream(OrganisationState.values()));
    }

    /** By which document and until when a unit is designated. */
    public String designated(OrganisationListRow row) {
        return row.designatedBy()
                .map(document -> say.text(
                        "organisations.designated-by",
                        Map.of(
                                "document",
                                document,
                                "day",
                                row.designatedUntil().map(moments::day).orElse(""))))
                .orElseGet(() -> say.text("page.dash", Map.of()));
    }

    /** Answers with the whole list as CSV, for administrators. */
    public void download() {
        CSV.send("organisations", after -> organisations.administer(filter(), list.wholeAfter(after)));
    }

    private OrganisationFilter filter() {
        return new OrganisationFilter(
                list.words(), list.choice(KIND, OrganisationKind.class), list.choice(STATE, OrganisationState.class));
    }
}
