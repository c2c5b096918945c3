package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.container.regime.Sessions.use;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.PageReader;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.domain.agreement.clause.AuditClause.AssuranceLevel;
import org.sekisho.domain.agreement.clause.AuditClause.Standard;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.engagement.EngagementTerms;
import org.sekisho.domain.party.Role;
import org.sekisho.ejb.assurance.AuditService;
import org.sekisho.ejb.assurance.DecideIndependence;
import org.sekisho.ejb.assurance.DeclareIndependence;
import org.sekisho.ejb.assurance.ScheduleAudit;

/** The audit of the secretariat, from its commission by an authority to a pack. */
final class OwnAuditChecks {

    private final Regime regime = Regime.get();
    private final AuditService audits = use(AuditService.class);
    private final Player coordinator = regime.player(Role.COORDINATOR);
    private final Player official = regime.player(Role.AUTHORITY_REVIEWER);
    private final Player auditor = regime.player(Role.AUDITOR);
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI portal = URI.create("http://127.0.0.1:" + System.getenv("SEKISHO_PORT"));

    void anAuthorityLeadsTheAuditOfTheSecretariatToItsPack() {
        ScheduleAudit command = command(EnumSet.of(EvidenceSection.OPERATIONS, EvidenceSection.TRAIL));
        assertEquals(
                "assurance.commissioned-by-audited",
                AtOnce.outcome(() -> coordinator.run(() -> audits.schedule(command))));
        assertEquals(
                "assurance.section-needs-agreement",
                AtOnce.outcome(() -> official.run(() -> audits.schedule(command(EnumSet.of(EvidenceSection.GRANTS))))));
        UUID audit = official.as(() -> audits.schedule(command));
        for (Runnable act : List.<Runnable>of(
                () -> audits.appoint(audit, auditor.organisation()),
                () -> audits.settle(audit, command.terms()),
                () -> audits.beginFieldwork(audit))) {
            assertTrue(Set.of("assurance.owner-only", "assurance.owner-or-team-only")
                    .contains(AtOnce.outcome(() -> coordinator.run(act))));
        }
        official.run(() -> audits.appoint(audit, auditor.organisation()));
        official.run(() -> audits.assign(audit, auditor.id()));
        Player second = regime.secondOfficial();
        independent(audit, second, Optional.of(auditor.id()));
        independent(audit, second, Optional.empty());
        official.run(() -> audits.beginFieldwork(audit));

        UUID pack = regime.pack(audit);
        List<String> paths = Database.texts("select path from pack_entry where pack_id = ? order by path", pack);
        for (String name :
                List.of("acts", "keys", "log-checks", "log-keys", "log-leaders", "roles", "schema-changes")) {
            assertTrue(paths.contains("data/operations/" + name + ".jsonl"), () -> name + " of " + paths);
        }
        assertTrue(paths.contains("data/trail/entries.jsonl"), paths::toString);
        assertTrue(paths.stream().noneMatch(path -> path.startsWith("data/agreement/")), paths::toString);
        pages(audit);
    }

    private ScheduleAudit command(Set<EvidenceSection> sections) {
        LocalDate today = regime.today();
        return new ScheduleAudit(
                Optional.empty(),
                new EngagementTerms(
                        Standard.JAPANESE_SYSTEM_AUDIT,
                        AssuranceLevel.LIMITED,
                        "How the installation is run",
                        regime.secretariat(),
                        "Parties and authorities",
                        new Period(today.minusDays(1), today.plusDays(80)),
                        sections,
                        today.plusDays(90)));
    }

    /** Declared, and accepted by the authority that commissioned the audit and by a second person of it; the audited secretariat has no say. */
    private void independent(UUID audit, Player second, Optional<UUID> whose) {
        UUID declaration = auditor.as(() -> audits.declare(new DeclareIndependence(audit, whose, List.of())));
        DecideIndependence ours = new DecideIndependence(audit, declaration, true, "", Optional.empty(), "");
        DecideIndependence anothers =
                new DecideIndependence(audit, declaration, true, "", Optional.of(regime.authority()), "Letter 13");
        assertTrue(Set.of("shared.not-found", "assurance.owner-only")
                .contains(AtOnce.outcome(() -> coordinator.run(() -> audits.decide(ours)))));
        official.run(() -> audits.decide(ours));
        assertEquals("assurance.decide-not-twice", AtOnce.outcome(() -> official.run(() -> audits.decide(anothers))));
        second.run(() -> audits.decide(anothers));
    }

    /** Everybody whom the audit concerns opens its pages. */
    private void pages(UUID audit) {
        PageReader commissioning = new PageReader(official, client);
        assertPage(commissioning, "/audit-schedule", "own-account");
        for (String tab : List.of(
                "coverage",
                "controls",
                "requests",
                "evidence",
                "findings",
                "actions",
                "packs",
                "team",
                "declarations",
                "log")) {
            assertPage(commissioning, "/audit?id=" + audit + "&tab=" + tab, audit.toString());
        }
        for (Player reader : List.of(official, coordinator, auditor)) {
            PageReader pages = new PageReader(reader, client);
            assertPage(pages, "/audits", audit.toString());
            assertPage(pages, "/audit-calendar", audit.toString());
            assertPage(pages, "/audit?id=" + audit, audit.toString());
        }
    }

    private static void assertPage(PageReader reader, String path, String words) {
        HttpResponse<String> answer = reader.get(path);
        assertEquals(200, answer.statusCode(), path);
        assertTrue(answer.body().contains(words), path);
    }

    /** As the interface tells it. */
    void theSecretariatIsRefusedToScheduleItsOwn() {
        LocalDate today = regime.today();
        String body =
                """
                {"standard":"ISAE_3000","level":"LIMITED","responsibleParty":"%s","periodFirst":"%s","periodLast":"%s",
                 "sections":["OPERATIONS"],"reportDue":"%s"}
                """
                        .formatted(regime.secretariat(), today, today.plusDays(80), today.plusDays(90));
        HttpResponse<String> answer = client.sendAsync(
                        HttpRequest.newBuilder(portal.resolve("/api/v1/audits"))
                                .header("Authorization", "Bearer " + coordinator.token())
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .join();
        assertEquals(403, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"assurance.commissioned-by-audited\""), answer.body());
    }
}
