package org.sekisho.domain.party.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.party.PartyExamples.actor;
import static org.sekisho.domain.party.PartyExamples.actorOf;
import static org.sekisho.domain.party.PartyExamples.assertRefused;
import static org.sekisho.domain.party.PartyExamples.bank;
import static org.sekisho.domain.party.PartyExamples.installer;
import static org.sekisho.domain.party.PartyExamples.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.domain.party.person.PersonState;
import org.sekisho.domain.party.provisioning.ImportContext.ExistingPerson;
import org.sekisho.domain.party.provisioning.LineOutcome.Result;
import org.sekisho.domain.party.role.HeldRole;
import org.sekisho.domain.party.role.RoleHistory;
import org.sekisho.domain.shared.ErrorCode;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.SharedError;

class PeopleImportTest {

    private static final ImportHeader HEADER =
            ImportHeader.of(List.of("email", "name_en", "name_ja", "organisation", "roles", "language"));

    private final Organisation aoba = bank("aoba");
    private final Organisation hinode = bank("hinode");
    private final Organisation secretariat = organisation("sekisho", OrganisationKind.SECRETARIAT);
    private final Actor own = actorOf(aoba, Role.ORGANISATION_ADMINISTRATOR);
    private final FakeContext context = new FakeContext();
    private PeopleImport everyone = new PeopleImport(HEADER, context, installer());

    @BeforeEach
    void organisations() {
        context.organisations.put("aoba", aoba);
        context.organisations.put("hinode", hinode);
        context.organisations.put("sekisho", secretariat);
    }

    @Test
    void aNewPersonIsCreated() {
        LineOutcome outcome = judge(
                " Analyst@AOBA.example ",
                "Sato Hanako",
                "佐藤 花子",
                "Aoba",
                "analyst; Security reviewer;DUTY_OFFICER;",
                "JA");
        assertEquals(Result.CREATED, outcome.result());
        assertEquals(
                new PersonChange(
                        Optional.empty(),
                        EmailAddress.of("analyst@aoba.example"),
                        Name.of("Sato Hanako", "佐藤 花子"),
                        ReadingLanguage.JA,
                        aoba.id(),
                        List.of(Role.ANALYST, Role.SECURITY_REVIEWER, Role.DUTY_OFFICER)),
                outcome.change().orElseThrow());
        assertEquals("row=2", outcome.pointer());
    }

    @Test
    void aSparseLineIsEnough() {
        LineOutcome outcome = judge("a@aoba.example", "", "佐藤", "aoba", "", "");
        assertEquals(Result.CREATED, outcome.result());
        PersonChange change = outcome.change().orElseThrow();
        assertEquals(PeopleImport.USUAL_LANGUAGE, change.language());
        assertTrue(change.roles().isEmpty());
    }

    @Test
    void whatIsAsTheLineSaysStaysUnchanged() {
        context.exists("a@aoba.example", aoba, Role.ANALYST);
        assertEquals(
                Result.UNCHANGED,
                judge("a@aoba.example", "Sato", "佐藤", "aoba", "ANALYST", "en").result());
        everyone = new PeopleImport(HEADER, context, installer());
        LineOutcome blank = judge("a@aoba.example", "", "", "aoba", "", "");
        assertEquals(Result.UNCHANGED, blank.result());
        assertTrue(blank.change().isEmpty());
    }

    @Test
    void aDifferenceIsAnUpdate() {
        UUID id = context.exists("a@aoba.example", aoba, Role.ANALYST);
        PersonChange change = judge("a@aoba.example", "Suzuki", "", "aoba", "ANALYST;DUTY_OFFICER", "ja")
                .change()
                .orElseThrow();
        assertEquals(Optional.of(id), change.person());
        assertEquals(Name.of("Suzuki", "佐藤"), change.name());
        assertEquals(ReadingLanguage.JA, change.language());
        assertEquals(List.of(Role.DUTY_OFFICER), change.roles());
        assertEquals(1, everyone.count(Result.UPDATED));
    }

    @Test
    void columnsThatAreMissingLeaveWhatIsThere() {
        context.exists("a@aoba.example", aoba);
        PeopleImport sparse = new PeopleImport(ImportHeader.of(List.of("organisation", "email")), context, installer());
        LineOutcome outcome = sparse.judge(new ImportLine(2, List.of("aoba", "a@aoba.example")));
        assertEquals(Result.UNCHANGED, outcome.result());
    }

    @Test
    void eachFaultIsPinnedToItsColumn() {
        assertRejected(SharedError.REQUIRED, ImportColumn.EMAIL, judge("", "Sato", "", "aoba", "", ""));
        assertRejected(PartyError.EMAIL_MALFORMED, ImportColumn.EMAIL, judge("sato", "Sato", "", "aoba", "", ""));
        assertRejected(
                PartyError.EMAIL_OUTSIDE_DOMAINS,
                ImportColumn.EMAIL,
                judge("a1@hinode.example", "Sato", "", "aoba", "", ""));
        assertRejected(
                SharedError.REQUIRED, ImportColumn.ORGANISATION, judge("a2@aoba.example", "Sato", "", " ", "", ""));
        assertRejected(
                PartyError.IMPORT_ORGANISATION_UNKNOWN,
                ImportColumn.ORGANISATION,
                judge("a3@aoba.example", "Sato", "", "aobo", "", ""));
        assertRejected(
                PartyError.NAME_REQUIRED, ImportColumn.NAME_EN, judge("a4@aoba.example", "", "", "aoba", "", ""));
        assertRejected(
                PartyError.IMPORT_LANGUAGE_UNKNOWN,
                ImportColumn.LANGUAGE,
                judge("a5@aoba.example", "Sato", "", "aoba", "", "fr"));
        assertRejected(
                PartyError.IMPORT_ROLE_UNKNOWN,
                ImportColumn.ROLES,
                judge("a6@aoba.example", "Sato", "", "aoba", "ANALYST;ANALIST", ""));
        assertRejected(
                PartyError.ROLE_NOT_AT_KIND,
                ImportColumn.ROLES,
                judge("a7@aoba.example", "Sato", "", "aoba", "AUDITOR", ""));
        assertRejected(
                PartyError.ROLE_CONFLICT,
                ImportColumn.ROLES,
                judge("a8@aoba.example", "Sato", "", "aoba", "ORGANISATION_ADMINISTRATOR;CISO", ""));
        assertEquals(10, everyone.count(Result.REJECTED));
        assertEquals(0, everyone.count(Result.CREATED));
    }

    @Test
    void aConflictWithWhatIsHeldIsFound() {
        context.exists("a@aoba.example", aoba, Role.CISO);
        assertRejected(
                PartyError.ROLE_CONFLICT,
                ImportColumn.ROLES,
                judge("a@aoba.example", "", "", "aoba", "ORGANISATION_ADMINISTRATOR", ""));
    }

    @Test
    void anAddressStandsOnceInATable() {
        assertEquals(
                Result.CREATED,
                judge("a@aoba.example", "Sato", "", "aoba", "", "").result());
        LineOutcome twice = everyone.judge(line(9, "A@aoba.example", "Suzuki", "", "aoba", "", ""));
        assertRejected(PartyError.IMPORT_EMAIL_TWICE, ImportColumn.EMAIL, twice);
        assertEquals(2, twice.refusal().orElseThrow().parameters().get("line"));
        assertEquals("row=9;email", twice.pointer());
    }

    @Test
    void nobodyIsMovedOrBroughtBackByATable() {
        context.exists("a@aoba.example", hinode);
        assertRejected(
                PartyError.IMPORT_MOVES,
                ImportColumn.ORGANISATION,
                judge("a@aoba.example", "Sato", "", "aoba", "", ""));
        context.people.put(
                EmailAddress.of("b@aoba.example"), context.person(aoba, PersonState.DEACTIVATED, false, List.of()));
        assertRejected(
                PartyError.PERSON_DEACTIVATED, ImportColumn.EMAIL, judge("b@aoba.example", "Sato", "", "aoba", "", ""));
    }

    @Test
    void organisationAdministratorsImportTheirOwnPeopleOnly() {
        PeopleImport mine = new PeopleImport(HEADER, context, own);
        assertEquals(
                Result.CREATED,
                mine.judge(line(2, "a@aoba.example", "Sato", "", "aoba", "", ""))
                        .result());
        assertRejected(
                PartyError.IMPORT_ORGANISATION_OTHER,
                ImportColumn.ORGANISATION,
                mine.judge(line(3, "a@hinode.example", "Sato", "", "hinode", "", "")));
        PeopleImport installation = new PeopleImport(HEADER, context, actorOf(secretariat, Role.ADMINISTRATOR));
        assertEquals(
                Result.CREATED,
                installation
                        .judge(line(2, "a@hinode.example", "Sato", "", "hinode", "", ""))
                        .result());
    }

    @Test
    void nobodyImportsARoleForThemselvesOrForTheInstallationsAdministrator() {
        UUID self = context.exists("admin@aoba.example", aoba);
        PeopleImport mine = new PeopleImport(HEADER, context, actor(self, aoba, Role.ORGANISATION_ADMINISTRATOR));
        assertRejected(
                PartyError.OWN_ROLE,
                ImportColumn.ROLES,
                mine.judge(line(2, "admin@aoba.example", "", "", "aoba", "DUTY_OFFICER", "")));

        context.people.put(
                EmailAddress.of("admin@sekisho.example"),
                context.person(secretariat, PersonState.ACTIVE, true, List.of()));
        Actor colleague = actorOf(secretariat, Role.ORGANISATION_ADMINISTRATOR);
        PeopleImport theirs = new PeopleImport(HEADER, context, colleague);
        assertRejected(
                PartyError.INSTALLATION_ADMINISTRATOR_ONLY,
                ImportColumn.EMAIL,
                theirs.judge(line(2, "admin@sekisho.example", "", "", "sekisho", "", "")));
    }

    @Test
    void aClosedOrganisationTakesNobody() {
        hinode.close(installer(), "merged");
        assertRejected(
                PartyError.ORGANISATION_CLOSED,
                ImportColumn.ORGANISATION,
                judge("a@hinode.example", "Sato", "", "hinode", "", ""));
    }

    @Test
    void aLineHasAsManyCellsAsTheHeader() {
        LineOutcome outcome = everyone.judge(new ImportLine(2, List.of("a@aoba.example", "Sato")));
        assertEquals(PartyError.IMPORT_CELLS, outcome.refusal().orElseThrow().code());
        assertTrue(outcome.column().isEmpty());
        assertEquals(
                Map.of("found", 2, "expected", 6),
                outcome.refusal().orElseThrow().parameters());
    }

    @Test
    void tenThousandLinesAreTakenAndOneMoreIsNot() {
        for (int i = 0; i < PeopleImport.MOST_LINES; i++) {
            assertFalse(judge("p" + i + "@aoba.example", "Sato", "", "aoba", "ANALYST", "")
                    .isRejected());
        }
        assertEquals(10_000, everyone.count(Result.CREATED));
        assertRefused(PartyError.IMPORT_TOO_MANY_LINES, () -> judge("more@aoba.example", "Sato", "", "aoba", "", ""));
    }

    @Test
    void aTableWithoutLinesIsRefused() {
        assertRefused(PartyError.IMPORT_EMPTY, everyone::requireLines);
        judge("a@aoba.example", "Sato", "", "aoba", "", "");
        everyone.requireLines();
    }

    @Test
    void whatIsShownOfABrokenCellIsShort() {
        LineOutcome outcome = judge("x".repeat(100_000), "Sato", "", "aoba", "", "");
        assertTrue(outcome.isRejected());
        assertEquals(81, outcome.email().length());
    }

    private LineOutcome judge(String... cells) {
        return everyone.judge(line(2, cells));
    }

    private static ImportLine line(int number, String... cells) {
        return new ImportLine(number, new ArrayList<>(List.of(cells)));
    }

    private static void assertRejected(ErrorCode code, ImportColumn column, LineOutcome outcome) {
        assertEquals(Result.REJECTED, outcome.result());
        assertEquals(code, outcome.refusal().orElseThrow().code());
        assertEquals(Optional.of(column), outcome.column());
        assertTrue(outcome.change().isEmpty());
    }

    private static final class FakeContext implements ImportContext {
        private final Map<String, Organisation> organisations = new HashMap<>();
        private final Map<EmailAddress, ExistingPerson> people = new HashMap<>();

        UUID exists(String email, Organisation home, Role... roles) {
            List<HeldRole> held = new ArrayList<>();
            for (Role role : roles) {
                held.add(new HeldRole(role, home.id(), false));
            }
            ExistingPerson person = person(home, PersonState.ACTIVE, false, held);
            people.put(EmailAddress.of(email), person);
            return person.id();
        }

        ExistingPerson person(
                Organisation home, PersonState state, boolean administersInstallation, List<HeldRole> held) {
            RoleHistory history = new RoleHistory(held, Set.of(home.kind()), true);
            return new ExistingPerson(
                    Ids.next(),
                    Name.of("Sato", "佐藤"),
                    ReadingLanguage.EN,
                    home.id(),
                    state,
                    administersInstallation,
                    history);
        }

        @Override
        public Optional<ExistingPerson> person(EmailAddress email) {
            return Optional.ofNullable(people.get(email));
        }

        @Override
        public Optional<Organisation> organisation(String shortName) {
            return Optional.ofNullable(organisations.get(shortName));
        }

        @Override
        public boolean hasAdministrator(UUID organisation) {
            return true;
        }
    }
}
