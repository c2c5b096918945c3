package org.sekisho.ejb.assurance.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.sekisho.domain.assurance.control.CatalogueDirectory;
import org.sekisho.domain.assurance.control.CatalogueFilter;
import org.sekisho.domain.assurance.control.CatalogueRow;
import org.sekisho.domain.assurance.control.CatalogueState;
import org.sekisho.domain.assurance.control.CatalogueVersion;
import org.sekisho.domain.assurance.control.CatalogueVersions;
import org.sekisho.domain.assurance.control.ControlChange;
import org.sekisho.domain.assurance.control.ControlError;
import org.sekisho.domain.assurance.control.DeliveredCatalogue;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** The catalogue of controls: a version is named by its number, 1 being the delivered one. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class ControlService {

    @Inject
    private CurrentAct act;

    @Inject
    private CatalogueVersions versions;

    @Inject
    private CatalogueDirectory directory;

    /** Versions that are kept here, the delivered one not among them. */
    @Permission(value = "control:read", recorded = Recorded.REFUSALS)
    public Page<CatalogueRow> list(CatalogueFilter filter, PageRequest page) {
        return directory.list(filter, page);
    }

    /** The version that engagements scheduled now go by. */
    @Permission(value = "control:read", recorded = Recorded.REFUSALS)
    public CatalogueView current() {
        return view(versions.current());
    }

    /** One version, or the delivered one. */
    @Permission(value = "control:read", recorded = Recorded.REFUSALS)
    public CatalogueView find(int version) {
        return view(version);
    }

    private CatalogueView view(int version) {
        int current = versions.current();
        return version == DeliveredCatalogue.VERSION
                ? CatalogueView.delivered(current)
                : CatalogueView.of(versions.require(version), current);
    }

    /** What a version says otherwise than an earlier one. */
    @Permission(value = "control:read", recorded = Recorded.REFUSALS)
    public List<ControlChange> compare(int before, int now) {
        return versions.catalogue(now).since(versions.catalogue(before));
    }

    /** A version as an OSCAL catalog in JSON. */
    @Permission(value = "control:read", recorded = Recorded.REFUSALS)
    public String oscal(int version) {
        return version == DeliveredCatalogue.VERSION
                ? DeliveredCatalogue.oscal()
                : versions.require(version).oscal();
    }

    /**
     * Takes the next version in from a file; its number.
     *
     * @throws Refusal with a {@link ControlError}
     */
    @Permission("control:edit")
    public int draft(DraftCatalogue command) {
        Optional<CatalogueVersion> newest = versions.newest();
        Checks.check(newest.filter(each -> each.state() == CatalogueState.DRAFT).isEmpty(), ControlError.DRAFT_EXISTS);
        int next = newest.map(CatalogueVersion::version).orElse(DeliveredCatalogue.VERSION) + 1;
        CatalogueVersion draft = new CatalogueVersion(act.actor(), next, CatalogueFile.read(command.file()), act.now());
        versions.add(draft);
        act.happened(draft.drafted());
        return next;
    }

    /** Takes a draft away; its number is given to the next. */
    @Permission("control:edit")
    public void giveUp(int version) {
        CatalogueVersion draft = versions.require(version);
        Checks.check(draft.state() == CatalogueState.DRAFT, ControlError.PUBLISHED_ALREADY);
        act.about(CatalogueVersion.KIND, draft.id());
        versions.remove(draft);
    }

    /**
     * A second person publishes a draft: engagements scheduled from now on go by it, and it never changes.
     *
     * @param readVersion the row's version that was seen
     */
    @Permission("control:publish")
    public void publish(int version, int readVersion) {
        CatalogueVersion draft = versions.require(version);
        if (draft.rowVersion() != readVersion) {
            throw new Refusal(SharedError.CHANGED_MEANWHILE);
        }
        act.happened(draft.publish(act.actor(), act.now()));
    }

    /** No further engagement goes by it; those that do keep it. */
    @Permission("control:publish")
    public void withdraw(int version, String reason) {
        act.happened(versions.require(version).withdraw(act.actor(), reason, act.now()));
    }
}
