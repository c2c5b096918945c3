package org.sekisho.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.VersionRow;
import org.sekisho.domain.agreement.VersionState;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.agreement.AgreementService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Say;

/** The versions of an agreement. */
@Named
@RequestScoped
public class VersionsTab {

    private static final Csv<VersionRow> CSV = new Csv<VersionRow>()
            .with("version", VersionRow::number)
            .with("based_on", VersionRow::basedOn)
            .with("state", VersionRow::state)
            .with("drafted_at", VersionRow::draftedAt)
            .with("first_day", VersionRow::firstDay)
            .with("last_day", VersionRow::lastDay)
            .with("governs_from", VersionRow::governsFrom)
            .with("governs_since", VersionRow::governsSince)
            .with("signed", VersionRow::signed)
            .with("needed", VersionRow::needed)
            .with("sha256", VersionRow::contentHash)
            .with("ended_at", VersionRow::endedAt)
            .with("end_reason", VersionRow::endReason);

    @Inject
    private AgreementPage page;

    @Inject
    private AgreementService agreements;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private @Nullable ListState list;
    private @Nullable Page<VersionRow> rows;

    public ListState getList() {
        if (list == null) {
            list = ListState.within(
                    request, List.of("id", "tab"), List.of("state"), List.of("-number", "state", "drafted", "governs"));
        }
        return list;
    }

    public Page<VersionRow> getRows() {
        if (rows == null) {
            rows = agreements.versions(page.getId(), states(), getList().page());
        }
        return rows;
    }

    public List<Choice> getStates() {
        return say.choices("version-state", Arrays.stream(VersionState.values()));
    }

    /** Answers with the versions as CSV. */
    public void download() {
        CSV.send(
                "versions-" + page.getRow().number(),
                after -> agreements.versions(page.getId(), states(), getList().wholeAfter(after)));
    }

    private Set<VersionState> states() {
        return getList().choice("state", VersionState.class).map(Set::of).orElse(Set.of());
    }
}
