package org.sekisho.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.SuspensionCause;
import org.sekisho.domain.agreement.SuspensionRow;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.agreement.AgreementService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Say;

/** When an agreement was suspended, by whom and why, and when it was resumed. */
@Named
@RequestScoped
public class SuspensionsPage {

    private static final String CAUSE = "cause";

    @Inject
    private AgreementPage page;

    @Inject
    private AgreementService agreements;

    @Inject
    private AgreementWords words;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Say say;

    private @Nullable ListState list;
    private @Nullable Page<SuspensionRow> rows;

    public ListState getList() {
        if (list == null) {
            list = ListState.within(
                    request, List.of("agreement"), List.of(CAUSE), List.of("-began", CAUSE, "organisation"));
        }
        return list;
    }

    public Page<SuspensionRow> getRows() {
        if (rows == null) {
            rows = agreements.suspensions(page.getId(), cause(), getList().page());
        }
        return rows;
    }

    public List<Choice> getCauses() {
        return say.choices("suspension-cause", Arrays.stream(SuspensionCause.values()));
    }

    /** Whose person suspended. */
    public String party(SuspensionRow row) {
        return words.party(page.getRow().parties(), row.organisation());
    }

    /** Answers with the list as CSV. */
    public void download() {
        new Csv<SuspensionRow>()
                .with("began_at", SuspensionRow::beganAt)
                .with("ended_at", SuspensionRow::endedAt)
                .with(CAUSE, SuspensionRow::cause)
                .with("organisation", this::party)
                .with("person", row -> row.personName().map(say::name))
                .with("reason", SuspensionRow::reason)
                .send(
                        "suspensions-" + page.getRow().number(),
                        after -> agreements.suspensions(
                                page.getId(), cause(), getList().wholeAfter(after)));
    }

    private Optional<SuspensionCause> cause() {
        return getList().choice(CAUSE, SuspensionCause.class);
    }
}
