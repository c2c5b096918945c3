package org.sekisho.web.party;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.person.AffiliationKind;
import org.sekisho.domain.party.person.PeopleDirectory.AffiliationRow;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.party.PeopleService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Say;

/** At which organisations a person is and was. */
@Named
@RequestScoped
public class AffiliationsCard {

    private static final String KIND = "kind";

    private static final Csv<AffiliationRow> CSV = new Csv<AffiliationRow>()
            .with("organisation", AffiliationRow::shortName)
            .with(KIND, AffiliationRow::kind)
            .with("first_day", AffiliationRow::firstDay)
            .with("last_day", AffiliationRow::lastDay);

    @Inject
    private OnePersonPage page;

    @Inject
    private PeopleService people;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Say say;

    private @Nullable ListState list;
    private @Nullable Page<AffiliationRow> rows;

    public ListState getList() {
        if (list == null) {
            list = ListState.within(request, List.of("id"), List.of(KIND), List.of("first", "organisation", KIND));
        }
        return list;
    }

    public Page<AffiliationRow> getRows() {
        if (rows == null) {
            rows = people.affiliations(page.getId(), kind(), getList().page());
        }
        return rows;
    }

    public List<Choice> getKinds() {
        return say.choices("affiliation", Arrays.stream(AffiliationKind.values()));
    }

    /** Answers with the list as CSV. */
    public void download() {
        CSV.send(
                "affiliations",
                after -> people.affiliations(page.getId(), kind(), getList().wholeAfter(after)));
    }

    private Optional<AffiliationKind> kind() {
        return getList().choice(KIND, AffiliationKind.class);
    }
}
