package org.sekisho.ejb.report.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Permissions;
import org.sekisho.domain.report.reading.ReportDirectory;
import org.sekisho.domain.report.release.Release;
import org.sekisho.domain.report.release.ReleaseReceipt.Kind;
import org.sekisho.domain.report.release.ReleaseRow;
import org.sekisho.domain.report.release.ReleaseState;
import org.sekisho.domain.report.release.ReleaseView;
import org.sekisho.domain.report.release.ReleaseView.ApprovalLine;
import org.sekisho.domain.report.release.ReleaseView.May;
import org.sekisho.domain.report.release.ReleaseView.ReceiptLine;
import org.sekisho.domain.vault.Vault;
import org.sekisho.ejb.report.ReportGate;
import org.sekisho.ejb.report.ReportMasking;
import org.sekisho.ejb.shared.CurrentAct;

/** Opens a release for who reads it, with what they may do. */
@ApplicationScoped
class ReleaseReading {

    @Inject
    private CurrentAct act;

    @Inject
    private ReportDirectory directory;

    @Inject
    private ReportGate gate;

    @Inject
    private ReportMasking maskings;

    @Inject
    private Vault vault;

    ReleaseView view(ReleaseRow row, Release release) {
        Map<UUID, String> names = directory.names(people(release));
        boolean owner = act.actor().isOf(release.organisation());
        return new ReleaseView(
                row,
                release.people().stream()
                        .map(each -> names.getOrDefault(each, ""))
                        .sorted()
                        .toList(),
                release.state() == ReleaseState.REQUESTED ? release.approval().missing() : List.of(),
                release.approval().given().stream()
                        .map(each -> new ApprovalLine(
                                each.role(), Optional.ofNullable(names.get(each.person())), each.approvedAt()))
                        .toList(),
                release.receipt().given().stream()
                        .map(each -> new ReceiptLine(
                                each.kind(), Optional.ofNullable(names.get(each.person())), each.confirmedAt()))
                        .toList(),
                owner || act.actor().isOf(release.recipient()) ? reason(release, owner) : Optional.empty(),
                can("release:approve") ? release.approval().askedOf(act.actor()) : Optional.empty(),
                may(release, owner));
    }

    /** A reason may be the owner's word about its own report; the recipient reads why it has to destroy something. */
    private Optional<String> reason(Release release, boolean owner) {
        return owner || release.state() == ReleaseState.RECALLED
                ? release.reason(vault).map(maskings.forReader(release.agreement(), release.organisation())::text)
                : Optional.empty();
    }

    private May may(Release release, boolean owner) {
        boolean mine = act.actor().isOf(release.recipient());
        boolean sends = owner && can("release:request") && act.actor().holds(release.role());
        boolean open = mine
                ? release.state() == ReleaseState.RELEASED
                : gate.opens(release.agreement(), release.organisation());
        return new May(
                open
                        && (mine
                                ? can("release:receive")
                                : can("report:read") && !act.actor().isOf(OrganisationKind.SECRETARIAT)),
                mine
                        && can("release:receive")
                        && release.state() == ReleaseState.RELEASED
                        && !confirmed(release, Kind.RECEIVED),
                mine
                        && can("release:receive")
                        && release.state() == ReleaseState.RECALLED
                        && !confirmed(release, Kind.DESTROYED),
                sends && release.state() == ReleaseState.REQUESTED,
                sends && release.state() == ReleaseState.RELEASED);
    }

    private boolean confirmed(Release release, Kind kind) {
        return release.receipt().given().stream()
                .anyMatch(each -> each.kind() == kind
                        && act.actor().person().filter(each.person()::equals).isPresent());
    }

    private boolean can(String permission) {
        return Permissions.of(act.actor().roles()).contains(permission);
    }

    private static Set<UUID> people(Release release) {
        Set<UUID> people = new HashSet<>(release.people());
        release.approval().given().forEach(each -> people.add(each.person()));
        release.receipt().given().forEach(each -> people.add(each.person()));
        return people;
    }
}
