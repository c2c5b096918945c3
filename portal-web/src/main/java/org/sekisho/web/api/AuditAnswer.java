package org.sekisho.web.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.NetworkRange;
import org.sekisho.domain.assurance.engagement.EngagementRow;
import org.sekisho.domain.assurance.engagement.EngagementView;

/**
 * An engagement as the interface tells it. What only the page of one engagement holds is absent in lists.
 *
 * @param audited the responsible party
 * @param team the auditors that are on the team now
 * @param firmIndependence how the firm's own independence stands today
 * @param networks from which packs are downloaded, in CIDR notation; from anywhere where there is none
 */
public record AuditAnswer(
        UUID id,
        String number,
        Optional<UUID> agreement,
        Optional<String> agreementNumber,
        UUID auditedId,
        String audited,
        Optional<UUID> firmId,
        Optional<String> firm,
        String standard,
        String level,
        String state,
        LocalDate periodFirst,
        LocalDate periodLast,
        LocalDate reportDue,
        Optional<String> conclusion,
        long requests,
        long requestsSettled,
        long evidence,
        Optional<String> criteria,
        Optional<String> intendedUsers,
        Optional<List<String>> sections,
        Optional<List<Auditor>> team,
        Optional<String> firmIndependence,
        Optional<List<String>> networks) {

    /** Somebody of the team. */
    public record Auditor(UUID person, Optional<String> name, String independence) {}

    static AuditAnswer of(EngagementRow row) {
        return of(row, Optional.empty());
    }

    static AuditAnswer of(EngagementView view) {
        return of(view.row(), Optional.of(view));
    }

    private static AuditAnswer of(EngagementRow row, Optional<EngagementView> view) {
        return new AuditAnswer(
                row.id(),
                row.number(),
                row.agreement(),
                row.agreementNumber(),
                row.auditedId(),
                row.audited(),
                row.firmId(),
                row.firm(),
                row.standard().name(),
                row.level().name(),
                row.state().name(),
                row.period().first(),
                row.period().last(),
                row.reportDue(),
                row.conclusion().map(Enum::name),
                row.requests(),
                row.requestsSettled(),
                row.evidence(),
                view.map(one -> one.terms().criteria()),
                view.map(one -> one.terms().intendedUsers()),
                view.map(one -> one.terms().sections().stream().map(Enum::name).toList()),
                view.map(AuditAnswer::team),
                view.flatMap(EngagementView::firmIndependence).map(Enum::name),
                view.map(one -> one.networks().stream().map(NetworkRange::cidr).toList()));
    }

    private static List<Auditor> team(EngagementView view) {
        return view.team().stream()
                .filter(member -> member.releasedAt().isEmpty())
                .map(member -> new Auditor(
                        member.person(), member.name(), member.independence().name()))
                .toList();
    }
}
