package org.sekisho.ejb.assurance;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.Engagements;
import org.sekisho.domain.assurance.evidence.Coverage;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** Where an engagement's evidence is complete, and where it has gaps. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class CoverageService {

    @Inject
    private Engagements engagements;

    @Inject
    private EngagementCoverage coverage;

    /** Evidence by section and month. */
    @Permission(value = "evidence:read", recorded = Recorded.REFUSALS)
    public Coverage of(@About(Engagement.KIND) UUID engagement) {
        return coverage.of(engagements.require(engagement));
    }
}
