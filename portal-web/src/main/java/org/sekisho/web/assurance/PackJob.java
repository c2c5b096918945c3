package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.pack.BuildProgress;
import org.sekisho.domain.assurance.pack.PackFilter;
import org.sekisho.domain.assurance.pack.PackRow;
import org.sekisho.domain.assurance.pack.PackState;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.ejb.assurance.PackService;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Moments;
import org.sekisho.web.shared.Say;

/** The pack that matters now: the one that is built, else the latest where it failed or nobody has downloaded it. */
@Named
@RequestScoped
public class PackJob {

    /** Where the bar asks how far it is; such an address names the pack itself. */
    private static final String PROGRESS = "/pack-progress";

    @Inject
    private AuditPage page;

    @Inject
    private PackService packs;

    @Inject
    private Say say;

    @Inject
    private Moments moments;

    @Inject
    private AuditWords words;

    @Inject
    private Clock clock;

    @Inject
    private HttpServletRequest request;

    private @Nullable Optional<PackRow> pack;

    public Optional<PackRow> getPack() {
        if (pack == null) {
            pack = find();
        }
        return pack;
    }

    private Optional<PackRow> find() {
        if (request.getRequestURI().startsWith(PROGRESS)) {
            return Optional.of(packs.progress(FormValues.requireId(request, "id")));
        }
        if (!page.isPacksSeen()) {
            return Optional.empty();
        }
        return packs
                .list(
                        page.getId(),
                        PackFilter.of(page.getId()),
                        new PageRequest(1, Optional.empty(), Optional.empty(), false))
                .items()
                .stream()
                .filter(latest -> latest.state() != PackState.READY
                        || latest.lastDownloadAt().isEmpty())
                .findFirst();
    }

    public boolean isRunning() {
        return getPack().filter(row -> row.state().isRunning()).isPresent();
    }

    /** Where the page asks again while it runs. */
    public @Nullable String getRefresh() {
        return isRunning() ? PROGRESS + "?id=" + row().id() : null;
    }

    /** "1,204 of 1,830 files", "3.1 of 4.6 GB", "about 40 s left". */
    public List<String> getFacts() {
        PackRow row = row();
        BuildProgress progress = row.progress();
        List<String> facts = new ArrayList<>();
        if (row.state() == PackState.QUEUED) {
            facts.add(say.text("pack.queued-facts", Map.of("files", progress.allFiles(), "size", size(progress))));
            return facts;
        }
        if (progress.isProving()) {
            facts.add(say.text("pack.proofs-of", Map.of("proofs", progress.proofs(), "all", progress.allProofs())));
        }
        facts.add(say.text("pack.files-of", Map.of("files", progress.files(), "all", progress.allFiles())));
        facts.add(say.text("pack.bytes-of", Map.of("bytes", words.bytes(progress.bytes()), "all", size(progress))));
        row.begunAt()
                .flatMap(begun -> progress.left(begun, clock.instant()))
                .ifPresent(left -> facts.add(words.left(left)));
        return facts;
    }

    private String size(BuildProgress progress) {
        return words.bytes(progress.allBytes());
    }

    /** "Building the pack of 24 Nov 2026, 14:05 JST". */
    public String getTitle() {
        PackRow row = row();
        return say.text("pack.job-" + row.state().name(), Map.of("time", moments.time(row.requestedAt())));
    }

    /** The address of the audit's packs. */
    public String getPacks() {
        return "/audit?tab=packs&id=" + row().engagement();
    }

    private PackRow row() {
        return getPack().orElseThrow();
    }
}
