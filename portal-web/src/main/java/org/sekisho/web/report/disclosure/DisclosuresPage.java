package org.sekisho.web.report.disclosure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.disclosure.DisclosureFilter;
import org.sekisho.domain.report.disclosure.DisclosureRow;
import org.sekisho.domain.report.disclosure.DisclosureState;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.report.disclosure.DisclosureService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Say;

/** Disclosure cases that the person may see, the latest first. */
@Named
@RequestScoped
public class DisclosuresPage {

    private static final Csv<DisclosureRow> CSV = new Csv<DisclosureRow>()
            .with("report", DisclosureRow::reference)
            .with("product", DisclosureRow::product)
            .with("organisation", DisclosureRow::organisationName)
            .with("state", DisclosureRow::state)
            .with("since", DisclosureRow::since)
            .with("opened_at", DisclosureRow::openedAt)
            .with("publish_on", DisclosureRow::publishOn)
            .with("jvn", DisclosureRow::jvn)
            .with("cves", row -> String.join(" ", row.cves()))
            .with("shown_to_authority", DisclosureRow::shown);

    @Inject
    private DisclosureService disclosures;

    @Inject
    private Me me;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private @Nullable ListState list;
    private @Nullable Page<DisclosureRow> page;

    public ListState getList() {
        if (list == null) {
            list = ListState.of(
                    request,
                    List.of("state", "organisation"),
                    List.of("-opened", "number", "organisation", "state", "publication"));
        }
        return list;
    }

    public Page<DisclosureRow> getPage() {
        if (page == null) {
            page = disclosures.list(filter(), getList().page());
        }
        return page;
    }

    /** Whether cases of several institutions may be in it: an institution sees its own. */
    public boolean isSeveral() {
        return !me.can("report:file");
    }

    public List<Choice> getStates() {
        return say.choices("disclosure-state", Arrays.stream(DisclosureState.values()));
    }

    public void download() {
        CSV.send("disclosures", after -> disclosures.list(filter(), getList().wholeAfter(after)));
    }

    private DisclosureFilter filter() {
        return new DisclosureFilter(
                getList().choice("state", DisclosureState.class), getList().id("organisation"), Optional.empty());
    }
}
