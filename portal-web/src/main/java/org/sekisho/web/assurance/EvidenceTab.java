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
import org.sekisho.web.shared.CsvDownload;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Say;

/** The evidence of an audit, as far as the person may see it. */
@Named
@RequestScoped
public class EvidenceTab {

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
            list = ListState.of(
                    request,
                    List.of("id", "tab", "state", "section"),
                    List.of("-arrived", "section", "proves", "size", "state"));
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

    /** Whether anything beside the audit narrows the list. */
    public boolean isNarrowed() {
        return getList().isSet("state") || getList().isSet("section");
    }

    public List<Choice> getStates() {
        return say.choices("evidence-state", Arrays.stream(EvidenceState.values()));
    }

    public List<Choice> getSections() {
        return say.choices("evidence-section", page.getView().terms().sections().stream());
    }

    void download() {
        CsvDownload.send(
                "evidence-" + page.getRow().number(),
                List.of(
                        "title",
                        "organisation",
                        "section",
                        "control",
                        "proves_first",
                        "proves_last",
                        "arrived_at",
                        "uploaded_by",
                        "type",
                        "size",
                        "sha256",
                        "tlp",
                        "state"),
                after -> evidence.list(page.getId(), filter(), getList().wholeAfter(after)),
                line -> List.of(
                        line.title().orElse(""),
                        line.row().organisation(),
                        line.row().section().name(),
                        line.row().control(),
                        line.row().proves().first().toString(),
                        line.row().proves().last().toString(),
                        line.row().arrivedAt().toString(),
                        line.row().uploadedBy().orElse(""),
                        line.row().type().name(),
                        line.row().size(),
                        line.row().sha256(),
                        line.row().label().name(),
                        line.row().state().name()));
    }

    private EvidenceFilter filter() {
        return new EvidenceFilter(
                Optional.of(page.getId()),
                Optional.empty(),
                Optional.empty(),
                getList().choice("section", EvidenceSection.class).map(Set::of).orElse(Set.of()),
                getList().choice("state", EvidenceState.class).map(Set::of).orElse(Set.of()),
                Optional.empty());
    }
}
