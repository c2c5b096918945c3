package org.sekisho.ejb.assurance;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.control.CatalogueVersions;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.Engagements;
import org.sekisho.domain.assurance.evidence.ControlCoverage;
import org.sekisho.domain.assurance.evidence.Coverage;
import org.sekisho.domain.assurance.evidence.EvidenceItems;
import org.sekisho.domain.assurance.finding.AuditFinding;
import org.sekisho.domain.assurance.finding.AuditFindings;
import org.sekisho.domain.assurance.finding.FindingState;
import org.sekisho.domain.assurance.sample.SampleDirectory;
import org.sekisho.domain.assurance.sample.SampleFilter;
import org.sekisho.domain.assurance.sample.SampleRow;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** An engagement by its controls. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class AuditControlService {

    @Inject
    private Engagements engagements;

    @Inject
    private CatalogueVersions catalogues;

    @Inject
    private EngagementCoverage coverage;

    @Inject
    private EvidenceItems items;

    @Inject
    private AuditFindings findings;

    @Inject
    private SampleDirectory samples;

    /** The controls in scope, with evidence, gaps, findings and samples, as far as the reader sees these. */
    @Permission(value = "evidence:read", recorded = Recorded.REFUSALS)
    public AuditControls controls(@About(Engagement.KIND) UUID engagement) {
        Engagement found = engagements.require(engagement);
        Coverage covered = coverage.of(found);
        List<AuditFinding> standing = findings.ofEngagement(engagement).stream()
                .filter(finding -> finding.state() != FindingState.WITHDRAWN)
                .toList();
        List<SampleRow> taken = samples.list(
                        SampleFilter.of(engagement),
                        new PageRequest(PageRequest.MOST, Optional.empty(), Optional.of("number"), false))
                .items();
        Set<EvidenceSection> scope = found.terms().sections();
        List<AuditControls.Line> lines =
                ControlCoverage.of(catalogues.catalogue(found.catalogueVersion()), covered, items.byControl(found))
                        .stream()
                        .map(control -> line(control, standing, taken, scope))
                        .toList();
        return new AuditControls(found.catalogueVersion(), covered.months(), lines);
    }

    private static AuditControls.Line line(
            ControlCoverage control, List<AuditFinding> standing, List<SampleRow> taken, Set<EvidenceSection> scope) {
        List<SampleRow> about = taken.stream()
                .filter(sample -> !Collections.disjoint(sample.kind().within(scope), control.sections()))
                .toList();
        return new AuditControls.Line(
                control,
                standing.stream()
                        .filter(finding -> finding.concerns(control.control()))
                        .map(finding -> new AuditControls.Found(
                                finding.id(),
                                finding.number(),
                                !finding.controls().isEmpty()))
                        .toList(),
                about.size(),
                about.stream().mapToInt(SampleRow::exceptions).sum());
    }
}
