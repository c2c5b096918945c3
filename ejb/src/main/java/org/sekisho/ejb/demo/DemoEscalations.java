package org.sekisho.ejb.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.ReportContent.Component;
import org.sekisho.domain.report.decision.Assessment;
import org.sekisho.domain.report.decision.Exposure;
import org.sekisho.domain.report.decision.InstitutionsAffected;
import org.sekisho.domain.report.decision.ServiceImportance;
import org.sekisho.domain.report.escalation.EscalationFilter;
import org.sekisho.domain.report.escalation.EscalationView;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.ejb.report.FileReport;
import org.sekisho.ejb.report.ReportService;
import org.sekisho.ejb.report.escalation.EscalationService;

/** Two findings that concern more than one bank: one that the authority's duty officer took on, and one that waits with its clock running. */
@ApplicationScoped
class DemoEscalations {

    private static final String DUTY_OFFICER = DemoRegister.of("duty", "cyber");
    private static final String VECTOR = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N";

    @Inject
    private DemoSessions sessions;

    @Inject
    private ReportService reports;

    @Inject
    private EscalationService escalations;

    private final DemoTexts texts = new DemoTexts();

    /** Writes the stories of the escalations into the diary. */
    void tell(DemoDiary diary, DemoAgreements.Governing agreements) {
        diary.on(1, () -> acknowledged(agreements.aoba()));
        diary.on(0, () -> file(agreements.hinode(), "directory", "participant-directory"));
    }

    private void acknowledged(DemoAgreement aoba) {
        UUID report = file(aoba, "clearing", "clearing-gateway");
        sessions.run(
                aoba.at("duty"), () -> escalations.addContext(of(report).row().id(), texts.both("defect.context")));
        sessions.run(
                aoba.at("duty"),
                () -> escalations.markVoluntary(of(report).row().id()));
        sessions.run(DUTY_OFFICER, () -> {
            EscalationView read = of(report);
            escalations.acknowledge(read.row().id(), read.rendering().orElseThrow());
        });
    }

    private EscalationView of(UUID report) {
        return escalations.one(escalations
                .list(EscalationFilter.of(report), PageRequest.first())
                .items()
                .get(0)
                .id());
    }

    private UUID file(DemoAgreement agreement, String key, String component) {
        ReportContent content = new ReportContent(
                texts.both("defect." + key + ".title"),
                texts.both("defect." + key + ".text"),
                texts.both("defect.network-impact"),
                texts.both("defect.remedy"),
                List.of(),
                List.of("CWE-306"),
                List.of(VECTOR),
                List.of(new Component(component, "7.1.0", "pkg:maven/example/" + component + "@7.1.0")),
                List.of(),
                List.of(),
                List.of());
        Assessment said = new Assessment(
                Optional.of(Exposure.PUBLIC),
                Optional.of(ServiceImportance.CRITICAL),
                Optional.of(InstitutionsAffected.NETWORK));
        return sessions.as(
                agreement.at("analyst"),
                () -> reports.file(new FileReport(agreement.id(), Tlp.AMBER_STRICT, content, said)));
    }
}
