package org.sekisho.ejb.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ExportClause.Format;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.shared.Days;
import org.sekisho.ejb.report.ReportService;
import org.sekisho.ejb.report.embargo.EmbargoService;
import org.sekisho.ejb.report.embargo.ProposeEmbargo;
import org.sekisho.ejb.report.release.ReceivedReleaseService;
import org.sekisho.ejb.report.release.ReleaseApprovalService;
import org.sekisho.ejb.report.release.ReleaseService;
import org.sekisho.ejb.report.release.RequestRelease;

/** Releases of one bank to the other: one that was received, one that waits for its approvals; and an embargo with an answer outstanding. */
@ApplicationScoped
class DemoReleases {

    private static final String COORDINATOR = "coordinator@sekisho.example";

    @Inject
    private DemoSessions sessions;

    @Inject
    private DemoReports filed;

    @Inject
    private ReportService reports;

    @Inject
    private ReleaseService releases;

    @Inject
    private ReleaseApprovalService approvals;

    @Inject
    private ReceivedReleaseService received;

    @Inject
    private EmbargoService embargoes;

    @Inject
    private Clock clock;

    private final Map<String, UUID> asked = new HashMap<>();

    /** Writes the stories of the releases into the diary, after those of the reports. */
    void tell(DemoDiary diary, DemoRegister register, DemoAgreements.Governing agreements) {
        DemoAgreement aoba = agreements.aoba();
        diary.on(7, () -> ask(aoba, "cipher", register.organisation("hinode"), Format.CSAF));
        diary.on(6, () -> approved(aoba, "cipher"));
        diary.on(
                5,
                () -> sessions.run(
                        agreements.hinode().at("security"), () -> received.confirmReceipt(release("cipher"))));
        diary.on(2, () -> embargo(aoba, register));
        diary.on(1, () -> ask(aoba, "logs", register.organisation("hinode"), Format.PDF));
    }

    private void ask(DemoAgreement agreement, String key, UUID recipient, Format format) {
        sessions.run(agreement.at("analyst"), () -> reports.label(filed.id(key), Tlp.AMBER));
        asked.put(
                key,
                sessions.as(
                        agreement.at("ciso"),
                        () -> releases.request(new RequestRelease(
                                filed.id(key),
                                filed.hash(key),
                                recipient,
                                List.of(),
                                format,
                                false,
                                ReadingLanguage.EN))));
    }

    private void approved(DemoAgreement agreement, String key) {
        for (String approver : List.of(agreement.at("security"), agreement.at("security2"), COORDINATOR)) {
            sessions.run(
                    approver,
                    () -> approvals.approve(
                            release(key), releases.one(release(key)).row().sha256()));
        }
    }

    /** The provider has agreed; the other bank's answer is outstanding. */
    private void embargo(DemoAgreement agreement, DemoRegister register) {
        Instant until = clock.instant().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.HOURS);
        UUID embargo = sessions.as(
                agreement.at("security"),
                () -> embargoes.propose(new ProposeEmbargo(
                        filed.id("replay"),
                        until,
                        Days.ZONE,
                        List.of(register.organisation("hinode"), register.organisation("provider")),
                        clock.instant().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.HOURS))));
        sessions.run("signatory@provider.example", () -> embargoes.answer(embargo, true, until));
    }

    private UUID release(String key) {
        return Objects.requireNonNull(asked.get(key), key);
    }
}
