package org.sekisho.ejb.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ReviewClause.Rank;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.FoundBy;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.ReportContent.Component;
import org.sekisho.domain.report.ReportContent.Exhibit;
import org.sekisho.domain.report.decision.Assessment;
import org.sekisho.domain.report.reading.ReportView;
import org.sekisho.ejb.report.FileReport;
import org.sekisho.ejb.report.ReportFlowService;
import org.sekisho.ejb.report.ReportService;
import org.sekisho.ejb.report.ReviewService;
import org.sekisho.ejb.report.ReviewerService;
import org.sekisho.ejb.report.ReviseReport;

/** Reports of both banks: just received, revised, in review, put off, and not a finding. */
@ApplicationScoped
class DemoReports {

    private static final String CRITICAL = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N";
    static final String HIGH = "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N";
    static final String MEDIUM = "CVSS:3.1/AV:N/AC:H/PR:L/UI:R/S:U/C:H/I:N/A:N";
    static final String LOW = "CVSS:3.1/AV:L/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N";

    @Inject
    private DemoSessions sessions;

    @Inject
    private DemoAccess access;

    @Inject
    private ReportService reports;

    @Inject
    private ReportFlowService flow;

    @Inject
    private ReviewService reviews;

    @Inject
    private ReviewerService reviewers;

    @Inject
    private Clock clock;

    private final DemoTexts texts = new DemoTexts();
    private final Map<String, UUID> filed = new HashMap<>();

    /** Writes the stories of the reports into the diary. */
    void tell(DemoDiary diary, DemoRegister register, DemoAgreements.Governing agreements) {
        DemoAgreement aoba = agreements.aoba();
        DemoAgreement hinode = agreements.hinode();
        diary.on(40, () -> prepare(register, aoba));
        diary.on(40, () -> prepare(register, hinode));
        diary.on(9, () -> file(aoba, "cipher", MEDIUM, "message-broker"));
        diary.on(8, () -> deferred(aoba, "cipher"));
        diary.on(6, () -> file(aoba, "banner", LOW, "web-frontend"));
        diary.on(5, () -> rejected(aoba, "banner"));
        diary.on(3, () -> file(aoba, "replay", HIGH, "token-service"));
        diary.on(3, () -> submitted(aoba, "replay"));
        diary.on(2, () -> file(aoba, "logs", MEDIUM, "web-frontend"));
        diary.on(1, () -> revised(aoba, "logs"));
        diary.on(3, () -> file(hinode, "transfer", HIGH, "transfer-service"));
        diary.on(3, () -> submitted(hinode, "transfer"));
        diary.on(0, () -> file(aoba, "console", CRITICAL, "operator-console"));
        diary.on(0, () -> submitted(aoba, "console"));
        diary.on(0, () -> file(aoba, "cookie", LOW, "web-frontend"));
        diary.on(0, () -> file(hinode, "reset", MEDIUM, "account-service"));
    }

    private void prepare(DemoRegister register, DemoAgreement agreement) {
        for (String local : List.of("security", "security2")) {
            UUID person = register.person(agreement.at(local));
            sessions.run(agreement.at("admin"), () -> reviewers.recordRank(person, Rank.MANAGER));
        }
        access.grant(agreement, "ciso", Role.CISO, "signatory");
    }

    void file(DemoAgreement agreement, String key, String vector, String component) {
        filed.put(
                key,
                sessions.as(
                        agreement.at("analyst"),
                        () -> reports.file(new FileReport(
                                agreement.id(),
                                Tlp.AMBER_STRICT,
                                content(key, vector, component, "defect." + key),
                                Assessment.NONE,
                                new FoundBy(
                                        DemoClauses.ENVIRONMENT,
                                        texts.both("defect.model"),
                                        "2026-10",
                                        "run-" + key)))));
    }

    private ReportContent content(String key, String vector, String component, String text) {
        return new ReportContent(
                texts.both("defect." + key + ".title"),
                texts.both(text + ".text"),
                texts.both("defect.impact"),
                texts.both("defect.remedy"),
                List.of(),
                List.of("CWE-287"),
                List.of(vector),
                List.of(new Component(component, "4.2.1", "pkg:maven/example/" + component + "@4.2.1")),
                List.of(),
                List.of(new Exhibit(
                        texts.both("defect.evidence"),
                        "POST /v1/" + component + " HTTP/1.1\nHost: " + component
                                + ".core.internal\nAuthorization: Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJkZW1vIn0.ZGVtbw\n\n"
                                + "{\"audience\":\"other\"}")),
                List.of());
    }

    /** Files a report and submits it for review. */
    void submit(DemoAgreement agreement, String key, String vector, String component) {
        file(agreement, key, vector, component);
        submitted(agreement, key);
    }

    private void submitted(DemoAgreement agreement, String key) {
        sessions.run(agreement.at("analyst"), () -> flow.triage(id(key)));
        sessions.run(agreement.at("analyst"), () -> reviews.submit(id(key), hash(key)));
    }

    private void deferred(DemoAgreement agreement, String key) {
        sessions.run(agreement.at("analyst"), () -> flow.triage(id(key)));
        sessions.run(
                agreement.at("analyst"),
                () -> flow.defer(id(key), clock.instant().plus(Duration.ofDays(30)), texts.both("defect.deferred")));
    }

    private void rejected(DemoAgreement agreement, String key) {
        sessions.run(agreement.at("analyst"), () -> flow.reject(id(key), texts.both("defect.rejected")));
    }

    private void revised(DemoAgreement agreement, String key) {
        sessions.run(agreement.at("analyst"), () -> flow.triage(id(key)));
        sessions.run(
                agreement.at("analyst"),
                () -> reports.revise(
                        new ReviseReport(id(key), hash(key), content(key, MEDIUM, "web-frontend", "defect.logs2"))));
    }

    /** What whoever acts has read. */
    String hash(String key) {
        ReportView read = reports.one(id(key));
        return read.hash();
    }

    UUID id(String key) {
        return Objects.requireNonNull(filed.get(key), key);
    }
}
