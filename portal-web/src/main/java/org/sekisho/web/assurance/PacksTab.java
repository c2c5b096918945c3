package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.pack.DownloadRow;
import org.sekisho.domain.assurance.pack.PackFilter;
import org.sekisho.domain.assurance.pack.PackRow;
import org.sekisho.domain.assurance.pack.PackState;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.ejb.assurance.PackKeyService;
import org.sekisho.ejb.assurance.PackService;
import org.sekisho.ejb.assurance.PublishedKey;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Notices;

/** The packs of an audit: built, downloaded, verified. */
@Named
@RequestScoped
public class PacksTab {

    @Inject
    private AuditPage page;

    @Inject
    private PackService packs;

    @Inject
    private PackKeyService keys;

    @Inject
    private Notices notices;

    @Inject
    private HttpServletRequest request;

    private @Nullable ListState list;
    private @Nullable Page<PackRow> rows;
    private @Nullable PublishedKey key;
    private @Nullable Page<DownloadRow> downloads;

    public ListState getList() {
        if (list == null) {
            list = ListState.of(request, List.of("id", "tab"), List.of("-requested", "size", "state"));
        }
        return list;
    }

    /** The packs, the latest first. */
    public Page<PackRow> getRows() {
        if (rows == null) {
            rows = packs.list(
                    page.getId(), PackFilter.of(page.getId()), getList().page());
        }
        return rows;
    }

    /** The pack of which the address asks who downloaded it. */
    public Optional<PackRow> getChosen() {
        Optional<UUID> chosen = FormValues.id(request.getParameter("pack"));
        return getRows().items().stream()
                .filter(row -> chosen.filter(row.id()::equals).isPresent())
                .findFirst();
    }

    public Page<DownloadRow> getDownloads() {
        if (downloads == null) {
            downloads = packs.downloads(getChosen().orElseThrow().id(), PageRequest.most());
        }
        return downloads;
    }

    /** The key that signs packs, with the fingerprint to compare. */
    public PublishedKey getKey() {
        if (key == null) {
            key = keys.key();
        }
        return key;
    }

    /** The name of the latest pack that is ready or being built; the commands of the page are about it. */
    public String getExample() {
        return getRows().items().stream()
                .filter(row -> row.state() != PackState.FAILED)
                .map(PackRow::name)
                .findFirst()
                .orElse(page.getRow().number());
    }

    /** Requests a pack; it is built beside the request. */
    public void build() {
        packs.request(page.getId());
        notices.done("pack.done.requested", Map.of());
        notices.leadTo("/audit?tab=packs&id=" + page.getId());
    }
}
