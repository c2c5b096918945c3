package org.sekisho.persistence.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.AuditClause.AssuranceLevel;
import org.sekisho.domain.agreement.clause.AuditClause.Standard;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.control.DeliveredCatalogue;
import org.sekisho.domain.assurance.engagement.Appointment;
import org.sekisho.domain.assurance.engagement.Commission;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.EngagementTerms;
import org.sekisho.domain.assurance.engagement.IndependenceRules;
import org.sekisho.domain.assurance.evidence.CheckedContent;
import org.sekisho.domain.assurance.finding.AuditFinding;
import org.sekisho.domain.assurance.finding.FindingDays;
import org.sekisho.domain.assurance.finding.FindingFilter;
import org.sekisho.domain.assurance.finding.FindingRow;
import org.sekisho.domain.assurance.finding.FindingSeverity;
import org.sekisho.domain.assurance.finding.NamedControls;
import org.sekisho.domain.assurance.pack.PackScope;
import org.sekisho.domain.assurance.pack.PackSection;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Subject;
import org.sekisho.persistence.report.TestUnit;
import org.sekisho.persistence.shared.Entities;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.TestDatabase;

/** Findings are kept, listed and packed with the controls that they name. */
class FindingRowsTest {

    private static final TestDatabase DATABASE = TestDatabase.get();
    private static final Instant NOW = Instant.parse("2026-11-30T01:00:00Z");
    private static final UUID OWNER = UUID.randomUUID();
    private static final UUID AUDITED = UUID.randomUUID();
    private static final UUID FIRM = UUID.randomUUID();
    private static final UUID AUTHORITY = UUID.randomUUID();
    private static final Actor COORDINATOR = person(OWNER, OrganisationKind.SECRETARIAT, Role.COORDINATOR);
    private static final Actor REVIEWER = person(AUTHORITY, OrganisationKind.AUTHORITY, Role.AUTHORITY_REVIEWER);
    private static final Actor AUDITOR = person(FIRM, OrganisationKind.AUDIT_FIRM, Role.AUDITOR);

    private final Engagement engagement = inFieldwork();

    private static Actor person(UUID organisation, OrganisationKind kind, Role role) {
        return Actor.person(UUID.randomUUID(), organisation, kind, Set.of(organisation), Set.of(role));
    }

    private static Engagement inFieldwork() {
        Engagement engagement = new Engagement(
                Optional.empty(),
                "AUD-FINDINGS",
                new Commission(OWNER, OrganisationKind.SECRETARIAT, OrganisationKind.INSTITUTION),
                new EngagementTerms(
                        Standard.ISAE_3000,
                        AssuranceLevel.LIMITED,
                        "criteria",
                        AUDITED,
                        "users",
                        new Period(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30)),
                        Set.of(EvidenceSection.OPERATIONS, EvidenceSection.PLAYBOOK_EXERCISES),
                        LocalDate.of(2026, 12, 15)),
                new IndependenceRules(3, 12),
                1,
                NOW);
        engagement.appoint(
                COORDINATOR, new Appointment(FIRM, OrganisationKind.AUDIT_FIRM, Set.of(AUDITED), List.of(), List.of()));
        engagement.team().assign(COORDINATOR, AUDITOR.requirePerson(), AUDITOR.affiliations(), Set.of(AUDITED), NOW);
        for (Optional<UUID> whose : List.of(AUDITOR.person(), Optional.<UUID>empty())) {
            UUID declaration =
                    engagement.team().declare(AUDITOR, whose, List.of(), NOW).declaration();
            engagement.team().decide(COORDINATOR, declaration, true, "", NOW);
            engagement.team().decideForAuthority(REVIEWER, declaration, AUTHORITY, true, "", "", NOW);
        }
        engagement.beginFieldwork(AUDITOR, NOW);
        return engagement;
    }

    @BeforeAll
    static void prepare() throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            // A database has one secretariat, and other tests of this one have theirs.
            AuditRows.organisation(statement, OWNER, "finding-rows-owner", "INSTITUTION");
            AuditRows.organisation(statement, AUDITED, "finding-rows-audited", "INSTITUTION");
            AuditRows.organisation(statement, FIRM, "finding-rows-firm", "AUDIT_FIRM");
            AuditRows.person(statement, AUDITOR.requirePerson(), FIRM);
        }
    }

    /** An audit of its own for each test. */
    @BeforeEach
    void begin() throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            AuditRows.engagement(statement, engagement.id(), "AUD-" + engagement.id(), OWNER, AUDITED, FIRM);
            statement.execute("insert into engagement_section values ('" + engagement.id() + "', 'OPERATIONS')");
        }
    }

    @Test
    void aFindingIsKeptAndListedWithTheControlsThatItNames() {
        UUID several = raise(1, "pb-1", "op-2");
        UUID none = raise(2);
        assertEquals(List.of(Set.of("op-2", "pb-1"), Set.of()), ofEngagement());
        assertEquals(List.of(List.of("op-2", "pb-1"), List.of()), listed());
        revise(several, "op-1", "op-2");
        revise(none, "pb-1");
        assertEquals(List.of(Set.of("op-1", "op-2"), Set.of("pb-1")), ofEngagement());
        assertEquals(List.of(List.of("op-1", "op-2"), List.of("pb-1")), listed());
        revise(several);
        assertEquals(
                List.of(),
                asAuditor(entities -> lists(entities).finding(several))
                        .orElseThrow()
                        .controls());
    }

    @Test
    void aFindingInAPackNamesItsControls() {
        UUID packed = raise(1, "pb-1", "op-1");
        LocalDate day = Days.of(NOW).plusDays(5);
        asAuditor(entities ->
                rows(entities).require(packed).submit(AUDITOR, engagement, new FindingDays(day, day, day), NOW));
        Map<String, String> documents = asAuditor(this::collected);
        String table = documents.getOrDefault("findings.csv", "");
        assertTrue(table.contains("number,section,controls,severity"), table);
        assertTrue(table.contains("1,OPERATIONS,\"op-1; pb-1\",LOW,FACT_CHECK"), table);
        String records = documents.getOrDefault("findings.jsonl", "");
        assertTrue(records.contains("\"controls\":[\"op-1\",\"pb-1\"]"), records);
    }

    private Map<String, String> collected(EntityManager entities) {
        FindingPackSection section = new FindingPackSection();
        TestUnit.inject(section, "directory", lists(entities));
        TestUnit.inject(section, "findings", rows(entities));
        Map<String, String> documents = new HashMap<>();
        section.collect(PackScope.of(engagement, Set.of(), NOW), new PackSection.Sink() {
            @Override
            public void document(String name, PackSection.Document document) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                try {
                    document.writeTo(bytes);
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
                documents.put(name, bytes.toString(StandardCharsets.UTF_8));
            }

            @Override
            public void file(String name, CheckedContent content, Subject source, Tlp label) {
                throw new AssertionError("Findings have no files");
            }
        });
        return documents;
    }

    private NamedControls named(String... controls) {
        return NamedControls.of(engagement, DeliveredCatalogue.catalogue(), List.of(controls));
    }

    private UUID raise(int number, String... controls) {
        return asAuditor(entities -> {
            AuditFinding finding = new AuditFinding(
                    AUDITOR, engagement, number, EvidenceSection.OPERATIONS, FindingSeverity.LOW, named(controls), NOW);
            rows(entities).add(finding);
            return finding.id();
        });
    }

    private void revise(UUID finding, String... controls) {
        asAuditor(entities -> rows(entities)
                .require(finding)
                .revise(AUDITOR, engagement, FindingSeverity.HIGH, named(controls), NOW));
    }

    private List<Set<String>> ofEngagement() {
        return asAuditor(entities -> rows(entities).ofEngagement(engagement.id()).stream()
                .<Set<String>>map(AuditFinding::controls)
                .toList());
    }

    private List<List<String>> listed() {
        return asAuditor(entities ->
                lists(entities).findings(FindingFilter.of(engagement.id()), PageRequest.first()).items().stream()
                        .map(FindingRow::controls)
                        .toList());
    }

    private static AuditFindingRows rows(EntityManager entities) {
        Entities all = new Entities();
        AuditFindingRows rows = new AuditFindingRows();
        TestUnit.inject(all, "entities", entities);
        TestUnit.inject(rows, "entities", all);
        return rows;
    }

    private static FindingLists lists(EntityManager entities) {
        Sql sql = new Sql();
        FindingLists lists = new FindingLists();
        TestUnit.inject(sql, "entities", entities);
        TestUnit.inject(lists, "sql", sql);
        return lists;
    }

    /** In a transaction of the application in which the auditor acts, whose audit it is. */
    private <T> T asAuditor(Function<EntityManager, T> act) {
        try (EntityManager entities = TestUnit.open()) {
            entities.getTransaction().begin();
            try {
                enter(entities.unwrap(Connection.class));
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

    private void enter(Connection connection) {
        try (PreparedStatement statement = connection.prepareStatement(
                """
                select set_config('sekisho.actor', ?, true), set_config('sekisho.person', ?, true),
                       set_config('sekisho.organisation', ?, true), set_config('sekisho.reach', 'audits', true),
                       set_config('sekisho.audits', ?, true), set_config('sekisho.engagements', ?, true)
                """)) {
            String open = "{" + engagement.id() + "}";
            statement.setString(1, AUDITOR.name());
            statement.setString(2, AUDITOR.requirePerson().toString());
            statement.setString(3, FIRM.toString());
            statement.setString(4, open);
            statement.setString(5, open);
            statement.execute();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
