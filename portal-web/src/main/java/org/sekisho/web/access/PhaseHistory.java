package org.sekisho.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.Phase;
import org.sekisho.domain.agreement.phase.PhaseRow;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.access.PhaseService;
import org.sekisho.web.agreement.AgreementPage;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Say;

/** In which phases an agreement was, and since when it is in the present one. */
@Named
@RequestScoped
public class PhaseHistory {

    private static final String PHASE = "phase";

    private static final Csv<PhaseRow> CSV = new Csv<PhaseRow>()
            .with(PHASE, PhaseRow::phase)
            .with("began_at", PhaseRow::beganAt)
            .with("ended_at", PhaseRow::endedAt)
            .with("stepped_back", row -> row.steppedBackBy().isPresent())
            .with("reason", PhaseRow::reason);

    @Inject
    private AgreementPage page;

    @Inject
    private PhaseService phases;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Say say;

    private @Nullable ListState list;
    private @Nullable Page<PhaseRow> rows;

    public ListState getList() {
        if (list == null) {
            list = ListState.within(request, List.of("id", "tab"), List.of(PHASE), List.of("-began", PHASE));
        }
        return list;
    }

    public Page<PhaseRow> getRows() {
        if (rows == null) {
            rows = phases.phases(page.getId(), phase(), getList().page());
        }
        return rows;
    }

    public List<Choice> getChoices() {
        return say.choices("word.phase", Arrays.stream(Phase.values()));
    }

    /** Answers with the list as CSV. */
    public void download() {
        CSV.send(
                "phases-" + page.getRow().number(),
                after -> phases.phases(page.getId(), phase(), getList().wholeAfter(after)));
    }

    private Optional<Phase> phase() {
        return getList().choice(PHASE, Phase.class);
    }
}
