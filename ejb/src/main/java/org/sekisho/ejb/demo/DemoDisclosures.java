package org.sekisho.ejb.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.sekisho.domain.report.disclosure.NotifiedParty;
import org.sekisho.domain.shared.Days;
import org.sekisho.ejb.report.disclosure.DisclosureService;
import org.sekisho.ejb.report.disclosure.OpenDisclosure;

/** Flaws in products of others: one that is coordinated and soon published, and one of which nobody outside was told yet. */
@ApplicationScoped
class DemoDisclosures {

    private static final String FIRST = "security";
    private static final String CISO = "ciso";

    @Inject
    private DemoSessions sessions;

    @Inject
    private DemoReports filed;

    @Inject
    private DisclosureService disclosures;

    @Inject
    private Clock clock;

    private final DemoTexts texts = new DemoTexts();
    private final Map<String, UUID> opened = new HashMap<>();

    /** Writes the stories of the disclosures into the diary, behind those of the reviews. */
    void tell(DemoDiary diary, DemoAgreements.Governing agreements) {
        DemoAgreement aoba = agreements.aoba();
        diary.on(5, () -> open(aoba, "upload"));
        diary.on(5, () -> told(aoba, NotifiedParty.IPA, "disclosure.upload.received"));
        diary.on(4, () -> told(aoba, NotifiedParty.JPCERT_CC, "disclosure.upload.coordinated"));
        diary.on(4, () -> told(aoba, NotifiedParty.DEVELOPER, "disclosure.upload.developer-told"));
        diary.on(2, () -> answered(aoba));
        diary.on(1, () -> scheduled(aoba));
        diary.on(0, () -> open(agreements.hinode(), "batch"));
    }

    private void open(DemoAgreement bank, String key) {
        opened.put(
                key,
                sessions.as(
                        bank.at(CISO),
                        () -> disclosures.open(new OpenDisclosure(
                                filed.id(key),
                                filed.hash(key),
                                texts.both("disclosure." + key + ".product"),
                                texts.both("disclosure." + key + ".developer"),
                                texts.both("disclosure." + key + ".summary")))));
    }

    private void told(DemoAgreement bank, NotifiedParty party, String note) {
        sessions.run(bank.at(FIRST), () -> disclosures.tell(of("upload"), party, today(), texts.both(note)));
    }

    private void answered(DemoAgreement bank) {
        sessions.run(
                bank.at(FIRST),
                () -> disclosures.recordAnswer(
                        of("upload"), NotifiedParty.DEVELOPER, today(), texts.both("disclosure.upload.answer")));
    }

    private void scheduled(DemoAgreement bank) {
        sessions.run(
                bank.at(FIRST), () -> disclosures.number(of("upload"), "JVNVU#90000412", List.of("CVE-2026-900412")));
        sessions.run(bank.at(FIRST), () -> disclosures.schedule(of("upload"), today().plusDays(6)));
        sessions.run(bank.at(CISO), () -> disclosures.show(of("upload")));
    }

    private LocalDate today() {
        return Days.of(clock.instant());
    }

    private UUID of(String key) {
        return Objects.requireNonNull(opened.get(key), key);
    }
}
