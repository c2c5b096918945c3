package org.sekisho.ejb.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sekisho.domain.shared.Days;
import org.sekisho.ejb.party.DemoRegime;
import org.sekisho.ejb.party.UnusableDatabase;

/**
 * Loads the demo into an empty database, as its people would have filled it, each act on its day: the clock stands back while they do
 * it. The first thing written marks the database, the last says that nothing is missing: what was interrupted is never shown.
 */
@ApplicationScoped
public class DemoLoader implements DemoRegime {

    /** The password of every account of the demo. */
    static final String PASSWORD = "Sekisho-demo-2026";

    private static final Logger LOG = Logger.getLogger(DemoLoader.class.getName());
    private static final int FOUNDED_DAYS_AGO = 150;
    private static final int ADMITTED_DAYS_AGO = 140;
    private static final LocalTime MORNING = LocalTime.of(10, 0);

    @Inject
    private DemoService demo;

    @Inject
    private DemoSessions sessions;

    @Inject
    private DemoOrganisations organisations;

    @Inject
    private DemoSigning signing;

    @Inject
    private DemoAgreements agreements;

    @Inject
    private DemoAccess access;

    @Inject
    private DemoAudits audits;

    @Inject
    private DemoOwnAudit ownAudit;

    @Inject
    private DemoReports reports;

    @Inject
    private DemoReleases releases;

    @Inject
    private DemoReviews reviews;

    @Inject
    private DemoDisclosures disclosures;

    @Inject
    private DemoEscalations escalations;

    @Inject
    private Clock clock;

    @Override
    public void load() {
        switch (sessions.asInstaller(demo::standing)) {
            case WHOLE -> sessions.runAsInstaller(demo::followClock);
            case PARTIAL -> throw new UnusableDatabase("The demo was loaded only in part");
            case ABSENT -> fill();
        }
    }

    private void fill() {
        if (!sessions.asInstaller(demo::begin)) {
            throw new UnusableDatabase("The demo loads only into an empty database");
        }
        Instant start = clock.instant();
        goTo(start, FOUNDED_DAYS_AGO);
        DemoRegister register = organisations.enter();
        sessions.signOut();
        goTo(start, 0);
        // Signed in today, they stay signed in on every day before: a session ends by what comes after it.
        sessions.signIn(DemoCast.actors());
        LocalDate today = Days.of(start);
        DemoDiary diary = new DemoDiary();
        diary.on(ADMITTED_DAYS_AGO, () -> signing.recordAuthorities(register));
        DemoAgreements.Governing governing = agreements.tell(diary, register, today);
        access.tell(diary, register, governing, today);
        audits.tell(diary, register, governing.aoba(), today);
        ownAudit.tell(diary, register, today);
        reports.tell(diary, register, governing);
        reviews.tell(diary, governing);
        escalations.tell(diary, governing);
        releases.tell(diary, register, governing);
        disclosures.tell(diary, governing);
        diary.relive(daysAgo -> goTo(start, daysAgo));
        goTo(start, 0);
        sessions.signOut();
        sessions.runAsInstaller(demo::finish);
        LOG.log(
                Level.INFO,
                "The demo was loaded in {0} ms",
                Duration.between(start, clock.instant()).toMillis());
    }

    /** Moves the clock to the morning of a day before the first start; to the start itself where it is that day. */
    private void goTo(Instant start, int daysAgo) {
        Instant morning = Days.of(start)
                .minusDays(daysAgo)
                .atTime(MORNING)
                .atZone(Days.ZONE)
                .toInstant();
        Duration back = daysAgo == 0 ? Duration.ZERO : Duration.between(start, morning);
        sessions.runAsInstaller(() -> demo.setClock(back));
    }
}
