package org.sekisho.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.AgreementFilter;
import org.sekisho.domain.agreement.AgreementRow;
import org.sekisho.domain.agreement.AgreementState;
import org.sekisho.domain.agreement.PartyRow;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.agreement.AgreementService;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Say;

/** The list of agreements. */
@Named
@RequestScoped
public class AgreementsPage {

    @Inject
    private AgreementService agreements;

    @Inject
    private OrganisationService organisations;

    @Inject
    private AgreementWords words;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private @Nullable ListState list;
    private @Nullable Page<AgreementRow> page;

    /** Answers with the whole list where the address asks for CSV. */
    public void answer() {
        if (!"csv".equals(request.getParameter("format"))) {
            return;
        }
        new Csv<AgreementRow>()
                .with("number", AgreementRow::number)
                .with("title_en", row -> row.title().en())
                .with("title_ja", row -> row.title().ja())
                .with("state", AgreementRow::state)
                .with("parties", row -> words.parties(row.parties()))
                .with("phase", AgreementRow::phase)
                .with("first_day", AgreementRow::firstDay)
                .with("last_day", AgreementRow::lastDay)
                .send("agreements", after -> agreements.list(filter(), getList().wholeAfter(after)));
    }

    public ListState getList() {
        if (list == null) {
            list = ListState.of(request, List.of("state", "party"), List.of("number", "state", "receiver", "lastDay"));
        }
        return list;
    }

    public Page<AgreementRow> getPage() {
        if (page == null) {
            page = agreements.list(filter(), getList().page());
        }
        return page;
    }

    public List<Choice> getStates() {
        return say.choices("agreement-state", Arrays.stream(AgreementState.values()));
    }

    public List<Choice> getParties() {
        return organisations.choices().stream()
                .map(each -> new Choice(each.id().toString(), say.name(each.name())))
                .toList();
    }

    /** The institution that an agreement gives access to. */
    public String institution(AgreementRow row) {
        return row.parties().stream()
                .filter(party -> party.role() == PartyRole.INSTITUTION_RECEIVING)
                .map(PartyRow::name)
                .map(words::in)
                .findFirst()
                .orElse("");
    }

    private AgreementFilter filter() {
        ListState given = getList();
        return new AgreementFilter(
                given.choice("state", AgreementState.class).map(Set::of).orElse(Set.of()),
                given.id("party"),
                given.words(),
                Optional.empty());
    }
}
