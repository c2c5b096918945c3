package org.sekisho.persistence.report;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.sekisho.domain.agreement.clause.ReviewClause;
import org.sekisho.domain.agreement.clause.ReviewClause.ClockUnit;
import org.sekisho.domain.agreement.clause.ReviewClause.Rank;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.agreement.clause.ReviewClause.Stage;
import org.sekisho.domain.agreement.clause.ReviewClause.TierReview;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.NewReport;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.report.Revision;
import org.sekisho.domain.report.RevisionContent;
import org.sekisho.domain.report.review.Ballot;
import org.sekisho.domain.report.review.Choice;
import org.sekisho.domain.report.review.Concerned;
import org.sekisho.domain.report.review.Reentered;
import org.sekisho.domain.report.review.ReviewChain;
import org.sekisho.domain.report.review.ReviewDesk;
import org.sekisho.domain.report.review.Reviewer;
import org.sekisho.domain.shared.BankHolidays;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.Settings;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.vault.Vault;
import org.sekisho.persistence.shared.TestDatabase;
import org.sekisho.persistence.vault.EnvelopeVault;
import org.sekisho.persistence.vault.FileKeyStore;

/** A bank, its rival, an authority and their people in the database, and what they do with reports, each in a transaction of their own. */
final class Bench {

    static final Instant NOW = Instant.parse("2026-11-27T01:00:00Z");
    static final ReportContent CONTENT = ReportContent.of("Overflow", "A length isn't checked.");

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    final UUID bank = UUID.randomUUID();
    final UUID rival = UUID.randomUUID();
    final UUID unit = UUID.randomUUID();
    final UUID secretariat = UUID.randomUUID();
    final UUID agreement = UUID.randomUUID();
    final Actor analyst = person(bank, OrganisationKind.INSTITUTION, Role.ANALYST);
    final Actor reviewer = person(bank, OrganisationKind.INSTITUTION, Role.SECURITY_REVIEWER);
    final Actor colleague = person(bank, OrganisationKind.INSTITUTION, Role.SECURITY_REVIEWER);
    final Actor stranger = person(rival, OrganisationKind.INSTITUTION, Role.SECURITY_REVIEWER);
    final Actor official = person(unit, OrganisationKind.AUTHORITY, Role.AUTHORITY_REVIEWER);
    final Actor coordinator = person(secretariat, OrganisationKind.SECRETARIAT, Role.COORDINATOR);
    final Vault vault;
    final ReviewDesk desk;

    Bench() {
        try {
            FileKeyStore keys = new FileKeyStore(settings(Files.createTempDirectory("keys")));
            keys.create(bank);
            keys.create(unit);
            vault = new EnvelopeVault(keys);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        desk = new ReviewDesk(vault, BankHolidays.ofJapan());
        try (Connection owner = TestDatabase.get().owner().getConnection()) {
            Rows.organisation(owner, bank, OrganisationKind.INSTITUTION);
            Rows.organisation(owner, rival, OrganisationKind.INSTITUTION);
            Rows.organisation(owner, unit, OrganisationKind.AUTHORITY);
            Rows.designate(owner, unit);
            // There is one secretariat in a database, which other tests may have made.
            Rows.organisation(owner, secretariat, OrganisationKind.MINISTRY);
            for (Actor each : List.of(analyst, reviewer, colleague, stranger, official, coordinator)) {
                Rows.insert(owner, each);
            }
            Rows.run(
                    owner,
                    """
                    insert into agreement (id, version, number, title_en, title_ja, state, drafted_by_person_id, drafted_at, end_reason)
                    values (?, 0, ?, 'T', 'T', 'IN_FORCE', ?,
                        timestamptz '2026-05-01 00:00Z', '')
                    """,
                    agreement,
                    TestDatabase.agreementNumber(),
                    coordinator.requirePerson());
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Settings settings(Path folder) {
        return new Settings(
                URI.create("http://localhost"),
                folder,
                folder,
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                1,
                List.of());
    }

    static Actor person(UUID organisation, OrganisationKind kind, Role role) {
        return Actor.person(UUID.randomUUID(), organisation, kind, Set.of(organisation), Set.of(role));
    }

    /** Runs something in a transaction of the application in which the actor acts, with the reach that the decision borrows. */
    <T> T as(Actor actor, String borrowed, Function<EntityManager, T> act) {
        try (EntityManager entities = TestUnit.open()) {
            entities.getTransaction().begin();
            try {
                enter(entities.unwrap(Connection.class), actor, borrowed);
                T result = act.apply(entities);
                entities.getTransaction().commit();
                return result;
            } finally {
                if (entities.getTransaction().isActive()) {
                    entities.getTransaction().rollback();
                }
            }
        }
    }

    void enter(Connection connection, Actor actor, String borrowed) {
        boolean coordinates = actor.holds(Role.COORDINATOR);
        boolean oversees = actor.isOf(OrganisationKind.AUTHORITY);
        try {
            Rows.run(
                    connection,
                    """
                    select set_config('sekisho.day', '2026-11-27', true), set_config('sekisho.actor', ?, true),
                           set_config('sekisho.person', ?, true),
                           set_config('sekisho.organisation', ?, true), set_config('sekisho.reach', ?, true),
                           set_config('sekisho.agreements', ?, true), set_config('sekisho.borrowed', ?, true)
                    """,
                    actor.name(),
                    actor.requirePerson().toString(),
                    actor.organisation().orElseThrow().toString(),
                    coordinates ? "agreements,engagements" : "",
                    // The rival is a party too: it is what the bank found that isn't its.
                    oversees || !coordinates ? "{" + agreement + "}" : "",
                    borrowed);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** A report of the bank in review. */
    UUID inReview(RiskTier tier, int quorum) {
        return inReview(tier, quorum, 1).get(0);
    }

    /** So many reports of the bank in review, which all say the same. */
    List<UUID> inReview(RiskTier tier, int quorum, int count) {
        return as(analyst, "review-decision", entities -> {
            List<UUID> reports = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = nextNumber();
                Report report = new Report(
                        new NewReport(bank, agreement, number, Optional.empty(), Tlp.AMBER, tier),
                        CONTENT,
                        analyst,
                        NOW);
                report.flow().triage(analyst, NOW);
                entities.persist(report);
                entities.persist(new RevisionContent(report.current(), CONTENT, vault));
                submit(entities, report, tier, quorum);
                reports.add(report.id());
            }
            return reports;
        });
    }

    static int nextNumber() {
        return NUMBERS.incrementAndGet();
    }

    void submit(EntityManager entities, Report report, RiskTier tier, int quorum) {
        ReviewClause clause = new ReviewClause(List.of(new TierReview(
                tier,
                List.of(
                        new Stage(Side.INSTITUTION_SECURITY, quorum, Rank.ANY, 8, ClockUnit.HOURS),
                        new Stage(Side.AUTHORITY, 1, Rank.ANY, 2, ClockUnit.BUSINESS_DAYS)))));
        Concerned concerned = new Concerned(Optional.empty(), Set.of());
        entities.persist(
                desk.submit(report, clause, concerned, analyst, report.current().sha256(), NOW)
                        .chain());
    }

    /** Somebody votes on what they read. */
    UUID vote(Actor voter, UUID id, String readHash, Choice choice) {
        return as(voter, "", entities -> {
            Report report = lock(entities, id);
            // As a use case does: the reach is borrowed once the report is locked, and before its review is read.
            borrow(entities);
            ReviewChain chain = chainOf(entities, report);
            desk.vote(
                    report,
                    chain,
                    new Reviewer(voter, Rank.ANY, false),
                    new Ballot(readHash, choice, "Looked at", Reentered.PASSWORD_AND_CODE),
                    NOW);
            return chain.id();
        });
    }

    private static void borrow(EntityManager entities) {
        try {
            Rows.run(
                    entities.unwrap(Connection.class),
                    "select set_config('sekisho.borrowed', 'review-decision', true)");
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Somebody changes what they read; a review that runs ends. */
    String revise(Actor author, UUID id, String readHash, String text) {
        return as(author, "review-decision", entities -> {
            Report report = lock(entities, id);
            Optional<ReviewChain> chain = report.standing().chain().map(each -> entities.find(ReviewChain.class, each));
            ReportContent content = ReportContent.of("Overflow", text);
            Revision revision = report.revise(author, readHash, content, NOW);
            entities.persist(new RevisionContent(revision, content, vault));
            chain.ifPresent(each -> desk.settle(report, each, NOW));
            return revision.sha256();
        });
    }

    static Report lock(EntityManager entities, UUID id) {
        Report report = entities.find(Report.class, id, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        if (report == null) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
        return report;
    }

    static ReviewChain chainOf(EntityManager entities, Report report) {
        UUID id = report.standing().chain().orElseThrow(() -> new Refusal(ReportError.STAGE_NOT_OPEN));
        return entities.find(ReviewChain.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    String hash(UUID id) {
        return as(reviewer, "", entities -> entities.find(Report.class, id)
                .current()
                .sha256());
    }

    Actor insertPerson(UUID organisation, OrganisationKind kind, Role role, UUID... formerly) {
        Set<UUID> affiliations = new HashSet<>(List.of(formerly));
        affiliations.add(organisation);
        Actor actor = Actor.person(UUID.randomUUID(), organisation, kind, affiliations, Set.of(role));
        try (Connection owner = TestDatabase.get().owner().getConnection()) {
            Rows.insert(owner, actor);
            for (UUID each : formerly) {
                Rows.run(
                        owner,
                        """
                        insert into affiliation (id, person_id, organisation_id, kind, first_day, last_day)
                        values (?, ?, ?, 'HOST', date '2024-05-01', date '2025-05-01')
                        """,
                        UUID.randomUUID(),
                        actor.requirePerson(),
                        each);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return actor;
    }
}
