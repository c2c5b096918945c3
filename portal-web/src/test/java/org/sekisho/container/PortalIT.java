package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.container.isolation.Belongings;
import org.sekisho.container.isolation.Dump;
import org.sekisho.container.isolation.RowsSeen;
import org.sekisho.container.isolation.Visits;
import org.sekisho.container.matrix.Matrix;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.Kept;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.container.regime.Sessions;
import org.sekisho.domain.agreement.clause.SampleClauses;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.signin.Tokens;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.Settings;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.access.GrantService;
import org.sekisho.ejb.access.GrantTerms;
import org.sekisho.ejb.agreement.SignAgreement;
import org.sekisho.ejb.agreement.SigningService;
import org.sekisho.ejb.party.AccountService;
import org.sekisho.ejb.party.IssuedLink;
import org.sekisho.ejb.party.PersonCreated;
import org.sekisho.ejb.playbook.DraftPlaybook;
import org.sekisho.ejb.playbook.PlaybookService;
import org.sekisho.ejb.shared.Caller;
import org.sekisho.ejb.shared.Idempotency;
import org.sekisho.ejb.trail.TrailChecker;
import org.sekisho.persistence.shared.TestDatabase;
import org.sekisho.proof.SharedData;

/**
 * The portal as the container runs it, on a real database: one deployment for everything that is asked of it, since each one costs a
 * start of the server. Who, may they, whose rows, one transaction, one event.
 */
@ExtendWith(ArquillianExtension.class)
class PortalIT extends PortalTests {

    /** Of what an auditor sees while the fieldwork lasts, some that must be there. */
    private static final Set<String> AUDITED =
            Set.of("agreement", "agreement_version", "access_grant", "evidence_item");

    /** What auditors keep themselves: the engagement, its requests and findings with their controls, what became of actions, what they decide on evidence, their packs, their own session. */
    private static final Set<String> AUDITORS_OWN = Set.of(
            "engagement",
            "audit_request",
            "audit_finding",
            "audit_finding_control",
            "corrective_action",
            "evidence_item",
            "pack",
            "pack_download",
            "login_session");

    /** The use cases that the matrix has never seen done, one a line: the file only becomes shorter. */
    private static final String NEVER_DONE = "org/sekisho/container/matrix/never-done.txt";

    @Inject
    private ProbeService probes;

    @Inject
    private AtOnce atOnce;

    private final Rows rows = new Rows();
    private Optional<Caller.Binding> binding = Optional.empty();

    /** The product's own archive with the probe in it. The database starts first: the container connects to it. */
    @Deployment
    static WebArchive portal() {
        TestDatabase.get();
        forgetFormerRun();
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("portal.war")))
                .addPackages(true, PortalIT.class.getPackage())
                .addClass(SampleClauses.class)
                .addClass(SharedData.class)
                // What reads the document of the interfaces, against which answers are held.
                .addPackages(true, "org.yaml.snakeyaml")
                .addAsResource(NEVER_DONE);
    }

    /** Keys and content of a database that isn't there any more: the portal would take its log for forked. */
    private static void forgetFormerRun() {
        Path data = Path.of(System.getenv("SEKISHO_DATA"));
        if (Files.exists(data)) {
            try (Stream<Path> paths = Files.walk(data)) {
                for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            } catch (IOException stuck) {
                throw new UncheckedIOException(stuck);
            }
        }
    }

    @BeforeEach
    void signIn() {
        Regime.get();
        rows.prepare();
        binding = Optional.of(Caller.bind(Caller.request(Optional.of(Tokens.hash(rows.token())), "127.0.0.1")));
    }

    @AfterEach
    void signOut() {
        binding.ifPresent(Caller.Binding::close);
        Kept.restore();
    }

    @Test
    void whatIsDoneIsCommittedTogetherWithItsEvent() {
        UUID id = UUID.randomUUID();
        assertEquals("person:" + rows.person(), probes.write(id));
        assertTrue(rows.exists(id));
        assertEquals(List.of("home.write done probe"), rows.events(id));
        String leaf = rows.leaf(id);
        assertTrue(leaf.contains("\"size\":7"), leaf);
        assertTrue(leaf.contains("\"subject\":\"probe:" + id + "\""), leaf);
        assertFalse(leaf.contains("somebody"), "Personal details stand in the leaf as commitments only");
        assertTrue(rows.isInOutboxOrLog(id));
    }

    @Test
    void aRefusalLeavesNothingButItsEvent() {
        UUID id = UUID.randomUUID();
        Refusal refusal = assertThrows(Refusal.class, () -> probes.refuse(id));
        assertEquals(SharedError.CHANGED_MEANWHILE, refusal.code());
        assertFalse(rows.exists(id));
        assertEquals(List.of("home.refuse refused probe"), rows.events(id));
        assertTrue(rows.leaf(id).contains("\"code\":\"shared.changed-meanwhile\""));
    }

    @Test
    void aRefusalThatKeepsIsCommittedAndRecordedAsRefused() {
        UUID id = UUID.randomUUID();
        Refusal refusal = assertThrows(Refusal.class, () -> probes.refuseAndKeep(id));
        assertEquals(SharedError.TOO_MANY_REQUESTS, refusal.code());
        assertTrue(rows.exists(id));
        assertEquals(List.of("home.refuse-and-keep refused probe"), rows.events(id));
    }

    @Test
    void aFailureLeavesNothingButItsEventWhichTellsNoMessage() {
        UUID id = UUID.randomUUID();
        assertThrows(RuntimeException.class, () -> probes.fail(id));
        assertFalse(rows.exists(id));
        assertEquals(List.of("home.fail failed probe"), rows.events(id));
        assertFalse(rows.leaf(id).contains("reach nobody"));
    }

    @Test
    void aCommitThatFailsIsRecordedAsFailedAndNothingIsKept() {
        UUID id = UUID.randomUUID();
        assertThrows(RuntimeException.class, () -> probes.failAtTheCommit(id));
        assertFalse(rows.exists(id));
        assertEquals(List.of("home.fail-at-the-commit failed probe"), rows.events(id));
    }

    @Test
    void whoLacksThePermissionIsRefusedBeforeTheUseCaseRuns() {
        UUID id = UUID.randomUUID();
        Refusal refusal = assertThrows(Refusal.class, () -> probes.needsAPermission(id));
        assertEquals(SharedError.NOT_PERMITTED, refusal.code());
        assertFalse(rows.exists(id));
        assertEquals(List.of("organisation.needs-a-permission refused probe"), rows.events(id));
    }

    @Test
    void aSessionThatEndedOpensNothingFromTheNextCallOn() {
        assertTrue(probes.seen() > 0);
        rows.endSession();
        Refusal refusal = assertThrows(Refusal.class, () -> probes.seen());
        assertEquals(SharedError.NOT_SIGNED_IN, refusal.code());
    }

    @Test
    void nobodyIsRefusedAndTheRefusalIsRecorded() {
        signOut();
        UUID id = UUID.randomUUID();
        Refusal refusal = assertThrows(Refusal.class, () -> probes.write(id));
        assertEquals(SharedError.NOT_SIGNED_IN, refusal.code());
        assertEquals(List.of("home.write refused probe"), rows.events(id));
    }

    @Test
    void aReadThatShowsNothingSensitiveLeavesNoEvent() {
        long before = rows.count();
        probes.seen();
        assertEquals(before, rows.count());
    }

    @Test
    void theLeafIsWhatItsHashSays() {
        UUID id = UUID.randomUUID();
        probes.write(id);
        byte[] leaf = rows.leaf(id).getBytes(StandardCharsets.UTF_8);
        assertEquals(
                rows.leafHash(id), java.util.HexFormat.of().formatHex(org.sekisho.proof.hash.MerkleHash.leaf(leaf)));
    }

    @Test
    void theArgumentsOfEveryUseCaseAreDescribed() {
        assertEquals(List.of(), new Matrix().undescribed());
    }

    @Test
    void whoeverLacksThePermissionIsRefusedAndRecordedInEveryUseCase() {
        assertEquals(List.of(), new Matrix().withoutPermission());
    }

    @Test
    void anotherOrganisationsThingIsNotThereInAnyUseCase() {
        assertEquals(List.of(), new Matrix().aboutOthersThings());
    }

    @Test
    void whoeverHasThePermissionIsNotTurnedAwayAndWhatIsDoneIsRecorded() {
        Matrix matrix = new Matrix();
        assertEquals(List.of(), matrix.withPermission());
        Set<String> unexpected = matrix.neverDone();
        unexpected.removeAll(neverDone());
        assertEquals(Set.of(), unexpected, "Nobody does this any more, so that only its refusals are seen");
        Set<String> done = neverDone();
        done.removeAll(matrix.neverDone());
        assertEquals(Set.of(), done, "Somebody does this: take it out of " + NEVER_DONE);
    }

    private static Set<String> neverDone() {
        try (InputStream names = PortalIT.class.getResourceAsStream("/" + NEVER_DONE)) {
            return new TreeSet<>(new String(names.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void anActUnderAKeyIsDoneOnceAndItsAnswerRepeated() {
        Player security = Regime.get().own().person(Role.SECURITY_REVIEWER);
        List<String> same = atOnce.run(Collections.nCopies(4, () -> draftUnderAKey(security, "the-key", "same")));
        assertEquals(List.of("done", "replayed drafted", "replayed drafted", "replayed drafted"), same);
        assertEquals(1, rows.playbooks("under-a-key"), same.toString());
        assertEquals("replayed drafted", AtOnce.outcome(() -> draftUnderAKey(security, "the-key", "same")));
        assertEquals(
                "shared.idempotency-key-reused",
                AtOnce.outcome(() -> draftUnderAKey(security, "the-key", "another body")));
        assertEquals(1, rows.playbooks("under-a-key"));
    }

    private static void draftUnderAKey(Player by, String key, String body) {
        Idempotency idempotency = new Idempotency(key, "POST /playbooks", body, done -> "drafted");
        Caller caller = Caller.request(Optional.of(Tokens.hash(by.token())), "127.0.0.1")
                .withIdempotency(idempotency);
        Player.with(caller, () -> Sessions.use(PlaybookService.class)
                .draft(new DraftPlaybook("under-a-key", "Under a key", "鍵")));
    }

    /** Whoever opens the portal in several windows and chooses in each. */
    @Test
    void choicesForOneselfInSeveralWindowsAtOnceAreAllDone() {
        Player analyst = Regime.get().own().person(Role.ANALYST);
        AccountService account = Sessions.use(AccountService.class);
        List<Runnable> choices = List.of(
                () -> analyst.run(() -> account.chooseLanguage(ReadingLanguage.JA)),
                () -> analyst.run(() -> account.chooseLanguage(ReadingLanguage.EN)),
                () -> analyst.run(() -> account.chooseLanguage(ReadingLanguage.JA)),
                () -> analyst.run(() -> account.chooseShortcuts(false)));
        assertEquals(List.of("done", "done", "done", "done"), atOnce.run(choices));
        analyst.run(() -> account.chooseShortcuts(true));
        analyst.run(() -> account.chooseLanguage(ReadingLanguage.EN));
    }

    @Test
    void ofTwoApprovalsOfOneGrantAtOnceOneCounts() {
        Bank bank = Regime.get().own();
        UUID grant = bank.thing("grant", "requested");
        GrantService grants = Sessions.use(GrantService.class);
        List<String> outcomes = atOnce.run(
                List.of(() -> bank.person(Role.CISO).run(() -> grants.approve(grant)), () -> bank.person(Role.SIGNATORY)
                        .run(() -> grants.approve(grant))));
        assertEquals("done", outcomes.get(0), outcomes.toString());
        assertFalse(outcomes.get(1).equals("done"), outcomes.toString());
        assertTrue(outcomes.get(1).matches("shared.changed-meanwhile|grant\\..*"), outcomes.toString());
        assertEquals(List.of("REQUESTED", "APPROVED"), rows.grantSteps(grant));
    }

    @Test
    void aSignatureSubmittedTwiceAtOnceIsOneSignature() {
        Regime regime = Regime.get();
        Bank bank = regime.own();
        SignAgreement signature = regime.signature(bank);
        int before = rows.done("agreement.sign", signature.agreement());
        Runnable sign = () -> bank.person(Role.SIGNATORY)
                .run(() -> Sessions.use(SigningService.class).sign(signature));
        List<String> outcomes = atOnce.run(List.of(sign, sign, sign));
        assertEquals(1, outcomes.stream().filter("done"::equals).count(), outcomes.toString());
        assertTrue(outcomes.stream().allMatch(each -> each.matches("[a-z.-]+")), outcomes.toString());
        assertEquals(List.of("IN_EFFECT"), rows.signatures(signature.agreement(), bank.organisation()));
        assertEquals(before + 1, rows.done("agreement.sign", signature.agreement()));
    }

    @Test
    void aRivalFindsNothingOfTheOtherBankByAnyPage() {
        Visits visits = visits(Regime.get().everythingAtTheBank());
        assertEquals(List.of(), visits.pages());
        assertTrue(visits.count() > 500, "Only " + visits.count() + " addresses were asked");
    }

    @Test
    void aRivalFindsNothingOfTheOtherBankByRest() {
        Visits visits = visits(Regime.get().everythingAtTheBank());
        assertEquals(List.of(), visits.rest());
        assertTrue(visits.count() > 500, "Only " + visits.count() + " addresses were asked");
    }

    @Test
    void anAuditorFindsNothingOfABankThatOthersAudit() {
        assertEquals(List.of(), visits(Regime.get().player(Role.AUDITOR)).rest());
    }

    @Test
    void noListShowsAnythingOfTheOtherBank() {
        assertEquals(List.of(), visits(Regime.get().everythingAtTheBank()).lists());
    }

    private static Visits visits(Player visitor) {
        return new Visits(visitor, Regime.get().other());
    }

    @Test
    void theDatabaseShowsNobodyRowsOfARival() {
        Regime regime = Regime.get();
        Belongings others = Belongings.of(regime.other());
        RowsSeen rowsSeen = new RowsSeen();
        assertEquals(List.of(), rowsSeen.of(regime.everythingAtTheBank(), others));
        for (Role role : List.of(
                Role.VENDOR_ENGINEER, Role.AUTHORITY_REVIEWER, Role.AUDITOR, Role.OBSERVER, Role.ANALYST, Role.CHAIR)) {
            assertEquals(List.of(), rowsSeen.of(regime.player(role), others));
        }
        // Whose they are sees them: the search isn't empty.
        assertTrue(others.tables().size() > 25, others.tables().toString());
        assertTrue(rowsSeen.open(regime.other().person(Role.CISO), others).size() > 15);
    }

    @Test
    void anAuditorSeesRowsAndChangesNoneThatIsAudited() {
        Regime regime = Regime.get();
        Belongings audited = Belongings.of(regime.own());
        RowsSeen rowsSeen = new RowsSeen();
        assertTrue(rowsSeen.open(regime.player(Role.AUDITOR), audited).containsAll(AUDITED));
        Set<String> changeable = rowsSeen.changeable(regime.player(Role.AUDITOR), audited);
        changeable.removeAll(AUDITORS_OWN);
        assertEquals(Set.of(), changeable);
    }

    @Test
    void aPackHoldsTheFileOfASignatureMadeOutside() {
        List<String> paths = Database.texts(
                "select e.path from pack_entry e join agreement_signature s on s.file_hash = e.sha256 "
                        + "where e.pack_id = ? and s.method = 'OUTSIDE_PAPER' group by e.path",
                Regime.get().own().thing("pack"));
        assertEquals(1, paths.size(), paths.toString());
        assertTrue(paths.get(0).matches("data/agreement/signed/[0-9a-f]{12}-provider[.]pdf"), paths.toString());
    }

    @Test
    void aPackHoldsItsAuditInOscal() {
        assertEquals(
                List.of("data/oscal/assessment-results.json", "data/oscal/catalog.json"),
                Database.texts(
                        "select e.path from pack_entry e where e.pack_id = ? and e.path like 'data/oscal/%' order by e.path",
                        Regime.get().own().thing("pack")));
    }

    @Test
    void aDumpAndTheContentFolderHoldNoReadableEvidence() {
        String text = "Kinugawa" + Tokens.fresh().replaceAll("[^A-Za-z]", "");
        String title = "Titled" + Tokens.fresh().replaceAll("[^A-Za-z]", "");
        Regime regime = Regime.get();
        regime.prove(regime.own(), title, title + ".txt", (text + "\n").repeat(400));
        Path content = Sessions.use(Settings.class).content();
        Dump dump = new Dump().database().folder(content);
        assertEquals(List.of(), dump.find(text));
        assertEquals(List.of(), dump.find(title));
        assertTrue(dump.size(content.toString()) > 400L * text.length(), "The folder holds too little");
        assertFalse(dump.find(regime.own().person(Role.CISO).email()).isEmpty(), "The dump isn't one");
    }

    @Test
    void pagesAndRestOpenEachWithTheirOwnKindOfSession() throws Exception {
        new DoorChecks().eachOpensItsOwn();
    }

    @Test
    void aRefusalDoesntOvertakeTheFileThatItRefuses() throws Exception {
        new EarlyAnswerChecks().aRefusalComesAfterTheFile();
    }

    @Test
    void theAuditCalendarIsReadByItsAddressAsItsPerson() throws Exception {
        CalendarChecks checks = new CalendarChecks();
        checks.anAddressShowsItsPersonsAuditsUntilItIsReplacedOrRevoked();
        checks.aLockedPersonsAddressIsntThere();
        checks.anAuditorsReadingIsRecorded();
        checks.guessesAreLimited();
    }

    @Test
    void whoeverIsFrozenGivesNoEvidence() {
        new AnswerChecks().areStoppedByAFreezeOfWhoAnswers();
    }

    @Test
    void whoeverHasNoGrantGivesNoEvidenceAndIsToldWhy() {
        new AnswerChecks().needAGrant();
    }

    @Test
    void aRequestOfAuditorsWaitsForWhoMayAnswerIt() {
        new AnswerChecks().areAskedOfWhoMayGiveThem();
    }

    @Test
    void theDecisionOnAnAnswerStandsInTheTrail() {
        assertEquals(List.of("audit.answer yes"), new AnswerChecks().decided());
    }

    @Test
    void theFreezeOfAnAuditFirmIsLiftedByTwo() {
        new FreezeChecks().ofAnAuditFirmIsLiftedByItsAdministratorAndTheSecretariat();
    }

    @Test
    void evidenceIsSealedWhileItIsSentAndCannotBeReadOnTheDisk() throws Exception {
        new UploadChecks().sealedWhileItComes();
    }

    @Test
    void evidenceThatIsRefusedWhileItIsSentLeavesNothing() throws Exception {
        new UploadChecks().refusedWithoutALeftover();
    }

    @Test
    void oneRequestSentSeveralTimesAtOnceIsAnsweredAlikeAndDoneOnce() {
        RestChecks rest = new RestChecks();
        List<String> answers = rest.freezeAtOnce("one-key-for-all", 4);
        assertEquals(1, Set.copyOf(answers).size(), answers.toString());
        assertTrue(answers.get(0).startsWith("201 "), answers.toString());
        assertEquals(1, rest.freezes("one-key-for-all"));
    }

    @Test
    void severalReportsAreDecidedEachByItselfAndNoneOfTheRivals() {
        IntakeChecks.thaw();
        new RestChecks().severalReportsAreDecidedEachByItself();
        new RestChecks().whatIsTheRivalsIsNotFound();
    }

    @Test
    void aDraftTakesItsTitleAndItsPartiesInOneCall() {
        AgreementChecks checks = new AgreementChecks();
        assertEquals(List.of("Trial of aoba:cyber,vendor"), checks.draft());
        String change =
                "{\"title\":{\"en\":\"Wider trial\",\"ja\":\"試行の拡大\"},\"accede\":[\"hinode\"],\"leaveOut\":[\"vendor\"]}";
        assertTrue(checks.editByAParty(change).startsWith("40"), "Only the coordinator drafts");
        String twice = checks.edit("{\"accede\":[\"hinode\",\"cyber\"]}");
        assertTrue(twice.startsWith("409 ") || twice.startsWith("422 "), twice);
        assertEquals(List.of("Trial of aoba:cyber,vendor"), checks.draft(), "Nothing of a refused change stays");
        String changed = checks.edit(change);
        assertTrue(changed.startsWith("200 ") && changed.contains("Wider trial"), changed);
        assertEquals(List.of("Wider trial:cyber,hinode"), checks.draft());
    }

    @Test
    void theHolderOfAnAuthorityIsNamedByMailAddress() {
        AgreementChecks checks = new AgreementChecks();
        Player signatory = Regime.get().own().person(Role.SIGNATORY);
        String answer = checks.authority(signatory);
        assertTrue(answer.startsWith("201 "), answer);
        assertEquals(List.of(signatory.id().toString()), checks.holders(signatory));
        Player rival = Regime.get().other().person(Role.SIGNATORY);
        assertTrue(checks.authority(rival).startsWith("404 "), "A rival's people aren't there");
    }

    @Test
    void aSignatureSentSeveralTimesUnderAKeyIsAnsweredAlike() {
        AgreementChecks checks = new AgreementChecks();
        Bank bank = Regime.get().own();
        SignAgreement signature = Regime.get().signature(bank);
        int before = rows.done("agreement.sign", signature.agreement());
        List<String> answers = checks.signAtOnce(signature, "sign-key", 3);
        assertEquals(1, Set.copyOf(answers).size(), answers.toString());
        assertTrue(answers.get(0).startsWith("200 "), answers.toString());
        assertEquals(answers.get(0), checks.sign(signature, "sign-key"));
        SignAgreement another = new SignAgreement(
                signature.agreement(), 2, signature.hash(), Optional.empty(), signature.password(), signature.code());
        String reused = checks.sign(another, "sign-key");
        assertTrue(reused.contains("shared.idempotency-key-reused"), reused);
        assertEquals(List.of("IN_EFFECT"), rows.signatures(signature.agreement(), bank.organisation()));
        assertEquals(before + 1, rows.done("agreement.sign", signature.agreement()));
    }

    @Test
    void withoutMailAFirstLinkIsSealedToItsOrganisation() throws Exception {
        SealedLinkChecks checks = new SealedLinkChecks();
        PersonCreated invited = checks.invite();
        assertTrue(
                invited.link().shown().isEmpty() && invited.link().expiresAt().isEmpty(), "There is no key yet");
        assertEquals("account.link-not-sealed", AtOnce.outcome(() -> checks.link(invited.person())));
        String refused = checks.enterNoKey();
        assertTrue(refused.contains("id=\"linkKey-error\""), refused);
        Player rival = Regime.get().other().person(Role.ORGANISATION_ADMINISTRATOR);
        assertEquals("shared.not-found", AtOnce.outcome(() -> checks.recordKey(rival)));
        checks.recordKey(Regime.get().player(Role.ADMINISTRATOR));
        IssuedLink link = checks.link(invited.person());
        String shown = link.shown().orElseThrow();
        assertFalse(shown.contains("token"), "Whoever makes it can't read it");
        assertEquals("admin@sumida.example", checks.email(checks.open(link)));
    }

    @Test
    void whatTheCalendarSchedulesIsOneLineOfTheNews() throws SQLException {
        new CalendarChecks().whatIsScheduledIsOneLineOfTheNews();
    }

    @Test
    void whatIsNoJsonIsABadRequest() {
        RestChecks rest = new RestChecks();
        for (String text : List.of("{\"person\":", "no document", "{\"email\" \"a\"}")) {
            for (String path : List.of("/api/v1/access-decisions", "/api/v1/people")) {
                String answer = rest.answer(path, text);
                assertTrue(answer.startsWith("400 ") && answer.contains("\"code\":\"shared.malformed\""), answer);
            }
        }
        String empty = rest.answer("/api/v1/access-decisions", "{}");
        assertTrue(empty.startsWith("422 ") && empty.contains("\"code\":\"shared.required\""), empty);
    }

    @Test
    void ofTwoGrantsForTheLastPlaceOfATeamOneIsChecked() {
        GrantChecks checks = new GrantChecks();
        List<UUID> approved = checks.twoApprovedForTheLastPlace();
        GrantService grants = Sessions.use(GrantService.class);
        List<String> outcomes = atOnce.run(approved.stream()
                .map(each -> (Runnable) () -> checks.coordinator().run(() -> grants.check(each)))
                .toList());
        assertEquals(List.of("done", "grant.team-full"), outcomes);
        assertEquals(1, checks.active());
    }

    @Test
    void grantsThatHaveRunOutAreEndedAndRecordedAndWaitForNobody() {
        GrantChecks checks = new GrantChecks();
        UUID requested = checks.requested();
        assertTrue(checks.waits(requested));
        List<UUID> over = checks.runOut();
        Sessions.use(GrantTerms.class).look();
        assertEquals(0, checks.active());
        for (UUID each : over) {
            assertEquals(List.of("ENDED"), checks.states(each));
            assertEquals(1, rows.done("agreement.end-grant", each));
        }
        assertFalse(checks.waits(requested));
    }

    @Test
    void theConditionsOfTwentyAgreementsCostAsManyStatementsAsThoseOfTwo() {
        ConditionChecks checks = new ConditionChecks(probes);
        int items = checks.items();
        int statements = checks.statements();
        assertTrue(statements > 5, "Statements aren't counted: " + statements);
        checks.copy(18);
        assertTrue(checks.items() >= items + 18, "The copies have no conditions that lapse");
        assertEquals(statements, checks.statements());
    }

    @Test
    void theWholeTrailIsCheckedByItsJob() {
        Database.run("delete from trail_check");
        Sessions.use(TrailChecker.class).check();
        assertEquals(List.of("t"), Database.texts("select size > 100 and found = '' from trail_check"));
    }

    @Test
    void everyListIsSortedNarrowedAndExported() {
        assertEquals(List.of(), new ListChecks().wrong());
    }

    @Test
    void publishedFilesOfReportsAddUpAndAddNothingTwice() throws IOException {
        IntakeChecks.thaw();
        new IntakeChecks().everyPublishedFileAddsUpAndAddsNothingTwice();
    }

    @Test
    void theSameFileOfReportsAtOnceIsImportedOnce() {
        IntakeChecks.thaw();
        new IntakeChecks().theSameFileAtOnceIsOneImport(atOnce);
        new IntakeChecks().theSameFindingInTwoFilesAtOnceIsOneReport(atOnce);
        new IntakeChecks().aFileUnderAKeyIsReadAllTheSame();
    }

    @Test
    void aTruncatedFileOfReportsLeavesNothingAndCanBeSentAgain() {
        IntakeChecks.thaw();
        new IntakeChecks().aTruncatedFileLeavesNothingAndCanBeSentAgain();
    }

    @Test
    void anImportThatBrokeOffIsTakenOver() {
        IntakeChecks.thaw();
        new IntakeChecks().whatBrokeOffIsTakenOver();
    }

    @Test
    void anImportThatIsBeingPublishedIsNotWaitedFor() throws SQLException {
        IntakeChecks.thaw();
        new BrokenIntakeChecks().whatIsBeingPublishedIsNotWaitedFor(atOnce);
    }

    @Test
    void anImportThatBrokeOffIsSentAgain() throws SQLException {
        IntakeChecks.thaw();
        new BrokenIntakeChecks().whatBrokeOffIsSentAgainAndLeavesNothing();
    }

    @Test
    void whoeverImportedIsToldThatItBrokeOff() throws SQLException {
        IntakeChecks.thaw();
        new BrokenIntakeChecks().itsOperatorIsToldOnceOfEachAttempt();
    }

    @Test
    void theOtherBankSeesARenderingOnceItIsReleasedAndNothingElse() throws SQLException {
        new ReleaseChecks().theOtherBankSeesNothingUntilAReleaseAndThenItsRenderingAlone();
    }

    @Test
    void everyItemOfAnImportIsToldApart() {
        IntakeChecks.thaw();
        new IntakeChecks().everyItemIsToldApart();
    }

    @Test
    void everyChangeOfAReportIsEvaluatedForEscalation() {
        IntakeChecks.thaw();
        new EscalationChecks().everyChangeIsEvaluatedAndKept();
        new EscalationChecks().everythingImportedIsEvaluated();
        new EscalationChecks().aNewEditionOfAListReachesTierAndEscalation();
        new EscalationChecks().whatAnImportBringsIsEscalated();
        everyChangeNamesItsAgreementInTheTrail();
    }

    @Test
    void aTableThatComesToGovernIsAskedAboutReportsThatGoOn() {
        IntakeChecks.thaw();
        new EscalationChecks().aTableThatComesToGovernReachesTierAndEscalation();
    }

    @Test
    void aDraftOfATableIsCompletedRowByRow() throws Exception {
        new TableChecks().whatIsMissingIsAddedOnThePageAndTakenAwayAgain();
        Kept.restore();
        new TableChecks().aProgramChangesRowsOfADraft();
    }

    @Test
    void anAgreementNamesTablesThatCanGovern() throws Exception {
        try {
            new TableChecks().aClauseNamesWhatCanGovern();
        } finally {
            Kept.restore();
        }
    }

    @Test
    void anEscalationIsAcknowledgedOnceOrRaisedAgain() {
        IntakeChecks.thaw();
        new EscalationChecks().itIsAcknowledgedOnce(atOnce);
        new EscalationChecks().aMissedClockRaisesItAgain();
        new EscalationChecks().theRivalFindsNothing();
        new EscalationChecks().withoutADesignatedAuthorityPeopleAreTold();
    }

    @Test
    void aDisclosureCaseIsItsInstitutionsUntilItIsShown() {
        IntakeChecks.thaw();
        new DisclosureChecks().openingTakesEveryConditionOfARelease();
        new DisclosureChecks().aCaseIsItsInstitutionsUntilItIsShown();
        everyChangeNamesItsAgreementInTheTrail();
    }

    @Test
    void embargoesAndReleasesWaitForThoseTheyConcern() {
        IntakeChecks.thaw();
        new DisclosureChecks().whatWaitsIsInTheQueuesOfThoseItWaitsFor();
        new DisclosureChecks().anEmbargoEndsByTheClockAndOnlyOnce();
    }

    @Test
    void whatIsLateAboutAMeasureIsSaidOnceToWhomItConcerns() {
        IntakeChecks.thaw();
        new MeasureChecks().aReviewThatDoesntBeginIsSaidOnceAndWhatHasEndedIsUndone();
        new MeasureChecks().anAbsenceIsPutOnFileForAColleague();
    }

    @Test
    void aPackIsHandedOverIntoApprovedNetworksOnly() {
        new CertificateChecks().aPackIsHandedOverIntoApprovedNetworksOnly();
    }

    @Test
    void aPackIsEncryptedForTheCertificateInUseAndOnlyItsKeyOpensIt() throws Exception {
        new CertificateChecks().aPackIsEncryptedForTheCertificateInUseAndOnlyItsKeyOpensIt();
    }

    @Test
    void whatIsMaskedStandsInNothingThatOthersRead() throws IOException {
        IntakeChecks.thaw();
        new MaskChecks().whatIsMaskedStandsInNothingThatOthersRead();
    }

    @Test
    void aReviewerSeesWhatIsMaskedOnceAndTheTrailTellsIt() {
        IntakeChecks.thaw();
        new MaskChecks().aReviewerSeesWhatIsMaskedOnceAndTheTrailTellsIt();
    }

    /** By it auditors of the agreement find the act. Who only keeps an embargo may not read the report, and knows no agreement. */
    private static void everyChangeNamesItsAgreementInTheTrail() {
        String changes = "from trail_event where changes and subject_kind in"
                + " ('report', 'report-import', 'release', 'escalation', 'disclosure')";
        assertEquals(List.of(), Database.texts("select distinct act " + changes + " and agreement is null"));
        assertEquals(List.of("t"), Database.texts("select count(*) > 0 " + changes));
    }
}
