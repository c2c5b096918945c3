package org.sekisho.web.party;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.organisation.DesignationStanding;
import org.sekisho.domain.party.organisation.OrganisationDirectory.DesignationRow;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Moments;
import org.sekisho.web.shared.Say;

/** By which documents an authority's unit is and was designated. */
@Named
@RequestScoped
public class DesignationsCard {

    private static final Csv<DesignationRow> CSV = new Csv<DesignationRow>()
            .with("document", DesignationRow::document)
            .with("first_day", DesignationRow::firstDay)
            .with("last_day", DesignationRow::lastDay)
            .with("ended_on", DesignationRow::endedOn)
            .with("ended_reason", DesignationRow::endedReason);

    @Inject
    private OneOrganisationPage page;

    @Inject
    private OrganisationService organisations;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Me me;

    @Inject
    private Say say;

    @Inject
    private Moments moments;

    private @Nullable ListState list;
    private @Nullable Page<DesignationRow> rows;

    public ListState getList() {
        if (list == null) {
            list = ListState.within(request, List.of("id"), List.of("standing"), List.of("-first", "last", "document"));
        }
        return list;
    }

    public Page<DesignationRow> getRows() {
        if (rows == null) {
            rows = organisations.designations(
                    page.getId(), standing(), getList().page());
        }
        return rows;
    }

    public List<Choice> getStandings() {
        return say.choices("designation-standing", Arrays.stream(DesignationStanding.values()));
    }

    /** Answers with the list as CSV. */
    public void download() {
        CSV.send(
                "designations-" + page.getRow().shortName(),
                after -> organisations.designations(
                        page.getId(), standing(), getList().wholeAfter(after)));
    }

    private Optional<DesignationStanding> standing() {
        return getList().choice("standing", DesignationStanding.class);
    }

    /** When and why it ended before its time; else empty. */
    public String ended(DesignationRow designation) {
        return designation
                .endedOn()
                .map(day -> say.text(
                        "organisation.designation-ended",
                        Map.of(
                                "day",
                                moments.day(day),
                                "reason",
                                designation.endedReason().orElse(""))))
                .orElse("");
    }

    /** Whether a designation can be ended before its time. */
    public boolean canEnd(DesignationRow designation) {
        return me.can("organisation:designate")
                && designation.endedOn().isEmpty()
                && !designation.lastDay().isBefore(moments.getToday());
    }
}
