package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.evidence.EvidenceFilter;
import org.sekisho.domain.assurance.evidence.EvidenceState;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.assurance.EvidenceLine;
import org.sekisho.ejb.assurance.EvidenceService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Say;

/** The evidence of an audit, as far as the person may see it. */
@Named
@RequestScoped
public class EvidenceTab {

    private static final Csv<EvidenceLine> CSV = new Csv<EvidenceLine>()
            .with("title", EvidenceLine::title)
            .with("organisation", line -> line.row().organisation())
            .with("section", line -> line.row().section())
            .with("control", line -> line.row().control())
            .with("proves_first", line -> line.row().proves().first())
            .with("proves_last", line -> line.row().proves().last())
            .with("arrived_at", line -> line.row().arrivedAt())
            .with("uploaded_by", line -> line.row().uploadedBy())
            .with("type", line -> line.row().type())
            .with("size", line -> line.row().size())
            .with("sha256", line -> line.row().sha256())
            .with("tlp", line -> line.row().label())
            .with("state", line -> line.row().state());

    @Inject
    private AuditPage page;

    @Inject
    private EvidenceService evidence;

    @Inject
    private Say say;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private @Nullable ListState list;
    private @Nullable Page<EvidenceLine> rows;

    public ListState getList() {
        if (list == null) {
            list = ListState.within(
                    request,
                    List.of("id", "tab"),
                    List.of("state", "section", "organisation"),
                    List.of("-arrived", "organisation", "section", "proves", "size", "state"));
        }
        return list;
    }

    public Page<EvidenceLine> getRows() {
        if (rows == null) {
            rows = evidence.list(page.getId(), filter(), getList().page());
        }
        return rows;
    }

    /** Whether the person may read lists of evidence at all; some may only hand in. */
    public boolean isReadable() {
        return me.can("evidence:read");
    }

    public boolean isUploadOffered() {
        return !page.isClosed() && me.can("evidence:upload") && !page.isOnTeam();
    }

    public List<Choice> getStates() {
        return say.choices("evidence-state", Arrays.stream(EvidenceState.values()));
    }

    public List<Choice> getSections() {
        return say.choices("evidence-section", page.getView().terms().sections().stream());
    }

    void download() {
        CSV.send(
                "evidence-" + page.getRow().number(),
                after -> evidence.list(page.getId(), filter(), getList().wholeAfter(after)));
    }

    private EvidenceFilter filter() {
        return new EvidenceFilter(
                Optional.of(page.getId()),
                Optional.empty(),
                getList().id("organisation"),
                getList().choice("section", EvidenceSection.class).map(Set::of).orElse(Set.of()),
                getList().choice("state", EvidenceState.class).map(Set::of).orElse(Set.of()),
                Optional.empty());
    }
}
