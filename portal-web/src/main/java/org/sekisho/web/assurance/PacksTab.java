package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.certificate.CertificateFacts;
import org.sekisho.domain.assurance.pack.DownloadRow;
import org.sekisho.domain.assurance.pack.PackFilter;
import org.sekisho.domain.assurance.pack.PackRow;
import org.sekisho.domain.assurance.pack.PackState;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.assurance.PackKeyService;
import org.sekisho.ejb.assurance.PackService;
import org.sekisho.ejb.assurance.PublishedKey;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** The packs of an audit: built, downloaded, verified. */
@Named
@RequestScoped
public class PacksTab {

    private static final Csv<PackRow> CSV = new Csv<PackRow>()
            .with("name", PackRow::name)
            .with("state", PackRow::state)
            .with("tlp", PackRow::label)
            .with("requested_by", PackRow::requestedBy)
            .with("requested_at", PackRow::requestedAt)
            .with("ended_at", PackRow::endedAt)
            .with("trail_position", PackRow::trailPosition)
            .with("files", row -> row.progress().allFiles())
            .with("size", PackRow::size)
            .with("sha256", PackRow::sha256)
            .with("key_fingerprint", PackRow::keyFingerprint)
            .with("certificate_sha256", row -> row.certificate().map(CertificateFacts::sha256))
            .with("last_download_at", PackRow::lastDownloadAt)
            .with("last_download_by", PackRow::lastDownloadBy);

    private static final Csv<DownloadRow> DOWNLOADS = new Csv<DownloadRow>()
            .with("person", DownloadRow::by)
            .with("begun_at", DownloadRow::begunAt)
            .with("first_byte", DownloadRow::firstByte)
            .with("last_byte", DownloadRow::lastByte);

    @Inject
    private AuditPage page;

    @Inject
    private PackService packs;

    @Inject
    private PackKeyService keys;

    @Inject
    private Say say;

    @Inject
    private Notices notices;

    @Inject
    private HttpServletRequest request;

    private @Nullable ListState list;
    private @Nullable Page<PackRow> rows;
    private @Nullable Optional<PackRow> chosen;
    private @Nullable PublishedKey key;
    private @Nullable Page<DownloadRow> downloads;

    public ListState getList() {
        if (list == null) {
            list = getChosen().isPresent()
                    ? ListState.within(request, List.of("id", "tab", "pack"), List.of(), List.of("-begun", "person"))
                    : ListState.within(
                            request,
                            List.of("id", "tab"),
                            List.of("state"),
                            List.of("-requested", "state", "label", "size"));
        }
        return list;
    }

    /** The packs, the latest first. */
    public Page<PackRow> getRows() {
        if (rows == null) {
            rows = packs.list(page.getId(), filter(), getList().page());
        }
        return rows;
    }

    /** The pack of which the address asks who downloaded it: its downloads are the list then. */
    public Optional<PackRow> getChosen() {
        if (chosen == null) {
            chosen = FormValues.id(request.getParameter("pack")).map(packs::one).filter(pack -> pack.engagement()
                    .equals(page.getId()));
        }
        return chosen;
    }

    public List<Choice> getStates() {
        return say.choices("pack-state", Arrays.stream(PackState.values()));
    }

    private PackFilter filter() {
        return new PackFilter(
                Optional.of(page.getId()),
                getList().choice("state", PackState.class).map(Set::of).orElse(Set.of()));
    }

    void download() {
        if (getChosen().isPresent()) {
            PackRow pack = getChosen().get();
            DOWNLOADS.send(
                    "downloads-" + pack.name(),
                    after -> packs.downloads(
                            pack.id(), getList().words(), getList().wholeAfter(after)));
        } else {
            CSV.send(
                    "packs-" + page.getRow().number(),
                    after -> packs.list(page.getId(), filter(), getList().wholeAfter(after)));
        }
    }

    public Page<DownloadRow> getDownloads() {
        if (downloads == null) {
            downloads = packs.downloads(
                    getChosen().orElseThrow().id(), getList().words(), getList().page());
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

    /** The name of the pack that was chosen or of the latest that is ready or being built; the page's commands are about it. */
    public String getExample() {
        return example().map(PackRow::name).orElse(page.getRow().number());
    }

    /** Whether that pack is encrypted, and has to be decrypted before it is verified. */
    public boolean isExampleEncrypted() {
        return example().flatMap(PackRow::certificate).isPresent();
    }

    private Optional<PackRow> example() {
        return getChosen().or(() -> getRows().items().stream()
                .filter(row -> row.state() != PackState.FAILED)
                .findFirst());
    }

    /** Requests a pack; it is built beside the request. */
    public void build() {
        packs.request(page.getId());
        notices.done("pack.done.requested", Map.of());
        notices.leadTo("/audit?tab=packs&id=" + page.getId());
    }
}
