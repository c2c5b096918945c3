package org.sekisho.ejb.assurance;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.engagement.AuditReport;
import org.sekisho.domain.assurance.engagement.AuditReports;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.Engagements;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.vault.ContentStore;
import org.sekisho.domain.vault.Vault.Place;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.FileToSend;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** Closing reports of audits, for those who may read them. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class AuditReportService {

    @Inject
    private Engagements engagements;

    @Inject
    private AuditReports reports;

    @Inject
    private ContentStore store;

    /** The SHA-256 of an engagement's report, lower-case hexadecimal; empty where there is none, or none for the actor. */
    @Permission(value = "finding:read", recorded = Recorded.REFUSALS)
    public Optional<String> reportHash(@About(Engagement.KIND) UUID engagement) {
        engagements.require(engagement);
        return reports.find(engagement).map(AuditReport::sha256);
    }

    /** Permits the reading of an engagement's report. */
    @Permission("finding:read")
    public FileToSend report(@About(Engagement.KIND) UUID engagement, RangeWanted range) {
        Engagement found = engagements.require(engagement);
        AuditReport report = reports.find(engagement).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        Place place = new Place(ClosingReport.TABLE, engagement, report.organisation());
        String blob = report.blob();
        RangeWanted.Bytes bytes = range.of(report.size(), '"' + report.sha256() + '"');
        return new FileToSend(
                found.number() + ".pdf",
                "application/pdf",
                report.size(),
                report.sha256(),
                bytes.first(),
                bytes.last(),
                offset -> store.open(place, blob, offset));
    }
}
