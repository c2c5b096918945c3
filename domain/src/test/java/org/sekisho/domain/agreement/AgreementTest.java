package org.sekisho.domain.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.agreement.Refusals.refuses;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.domain.agreement.clause.ClauseJson;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.Language;
import org.sekisho.domain.agreement.clause.SampleClauses;
import org.sekisho.domain.agreement.clause.Words;
import org.sekisho.domain.agreement.comparison.ArticleDifference;
import org.sekisho.domain.agreement.comparison.Change;
import org.sekisho.domain.agreement.comparison.VersionComparison;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.SharedError;

class AgreementTest {

    private static final Words TITLE = new Words("Trial", "試行");
    private static final Words NAME = new Words("Name", "名称");

    private final AgreementFixture fixture = new AgreementFixture();

    @Test
    void whoeverReadAnOlderTextOfAClauseIsToldSo() {
        AgreementFixture drafted = new AgreementFixture().drafted();
        String read =
                drafted.version().clause(ClauseKind.USAGE).map(ClauseJson::hash).orElseThrow();
        drafted.version().requireUnchanged(ClauseKind.USAGE, read);
        drafted.version().putClause(drafted.coordinator, SampleClauses.usage(77), SampleClauses.TABLES);
        refuses(SharedError.CHANGED_MEANWHILE, () -> drafted.version().requireUnchanged(ClauseKind.USAGE, read));
        refuses(SharedError.CHANGED_MEANWHILE, () -> drafted.version().requireUnchanged(ClauseKind.USAGE, ""));
        drafted.version().removeClause(drafted.coordinator, ClauseKind.USAGE);
        drafted.version().requireUnchanged(ClauseKind.USAGE, "");
    }

    @Test
    void theTextWithAProposalDiffersInItsArticleOnly() {
        AgreementFixture drafted = new AgreementFixture().drafted();
        List<ArticleDifference> articles = VersionComparison.articles(
                drafted.version().document(Language.EN),
                drafted.version().documentWith(ClauseKind.USAGE, Optional.of(SampleClauses.usage(77)), Language.EN));
        assertEquals(
                List.of(ClauseKind.USAGE.ordinal()),
                IntStream.range(0, articles.size())
                        .filter(at -> articles.get(at).change() != Change.SAME)
                        .boxed()
                        .toList());
    }

    @Test
    void agreementBeginsWithAnEmptyDraft() {
        assertEquals(AgreementState.DRAFT, fixture.agreement.state());
        assertEquals(1, fixture.agreement.latest().number());
        assertTrue(fixture.agreement.latest().clauses().isEmpty());
        DomainEvent event = fixture.agreement.drafted();
        assertEquals("agreement.drafted", event.name());
        assertEquals("AGR-2026-0004", event.details().get("number"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AGR-26-0004", "AGR-2026-4", "agr-2026-0004", "AGR-2026-0004 "})
    void numberHasItsForm(String number) {
        refuses(
                AgreementError.NUMBER_MALFORMED,
                () -> new Agreement(fixture.coordinator, number, TITLE, fixture.parties(), AgreementFixture.DRAFTED));
    }

    @Test
    void onlyTheCoordinatorOfItsSecretariatDrafts() {
        UUID otherSecretariat = Ids.next();
        for (var actor : List.of(
                fixture.bankSignatory,
                fixture.secretariatSignatory,
                AgreementFixture.person(otherSecretariat, OrganisationKind.SECRETARIAT, Role.COORDINATOR))) {
            refuses(
                    AgreementError.COORDINATOR_ONLY,
                    () -> new Agreement(actor, "AGR-2026-0001", TITLE, fixture.parties(), AgreementFixture.DRAFTED));
            refuses(AgreementError.COORDINATOR_ONLY, () -> fixture.version()
                    .putClause(actor, SampleClauses.usage(1), SampleClauses.TABLES));
        }
    }

    @Test
    void clauseTakesThePlaceOfTheOneOfItsKind() {
        fixture.version().putClause(fixture.coordinator, SampleClauses.usage(1), SampleClauses.TABLES);
        fixture.version().putClause(fixture.coordinator, SampleClauses.usage(2), SampleClauses.TABLES);
        assertEquals(List.of(SampleClauses.usage(2)), fixture.version().clauses());
        refuses(AgreementError.NOTHING_CHANGED, () -> fixture.version()
                .putClause(fixture.coordinator, SampleClauses.usage(2), SampleClauses.TABLES));
        fixture.version().removeClause(fixture.coordinator, ClauseKind.USAGE);
        assertTrue(fixture.version().clause(ClauseKind.USAGE).isEmpty());
        refuses(AgreementError.NOTHING_CHANGED, () -> fixture.version()
                .removeClause(fixture.coordinator, ClauseKind.USAGE));
    }

    @Test
    void clausesComeInTheOrderOfTheDocument() {
        fixture.version().putClause(fixture.coordinator, SampleClauses.phase(), SampleClauses.TABLES);
        fixture.version().putClause(fixture.coordinator, SampleClauses.general(), SampleClauses.TABLES);
        assertEquals(ClauseKind.GENERAL, fixture.version().clauses().get(0).kind());
        assertEquals(SampleClauses.LAST_DAY, fixture.version().requireTerm().lastDay());
    }

    @Test
    void titleChangesOnlyInADraft() {
        fixture.agreement.retitle(fixture.coordinator, TITLE);
        assertEquals(TITLE, fixture.agreement.title());
        fixture.negotiating();
        refuses(AgreementError.WRONG_STATE, () -> fixture.agreement.retitle(fixture.coordinator, NAME));
    }

    @Test
    void givenUpVersionIsFollowedByAnother() {
        fixture.withdrawn();
        assertEquals(AgreementState.WITHDRAWN, fixture.agreement.state());
        fixture.agreement.amend(fixture.coordinator, 1, AgreementFixture.SIGNING);
        assertEquals(AgreementState.DRAFT, fixture.agreement.state());
        assertEquals(2, fixture.version().number());
        assertEquals(SampleClauses.all(), fixture.version().clauses());
        assertEquals(1, fixture.version().basedOn().orElseThrow());
    }

    @Test
    void onlyOneVersionIsPreparedAtATime() {
        fixture.governing();
        fixture.agreement.amend(fixture.coordinator, 1, AgreementFixture.LATER);
        refuses(
                AgreementError.VERSION_IN_PREPARATION,
                () -> fixture.agreement.amend(fixture.coordinator, 1, AgreementFixture.LATER));
        assertEquals(AgreementState.IN_FORCE, fixture.agreement.state());
    }

    @Test
    void amendmentBeginsOnlyFromAVersionThatExists() {
        fixture.governing();
        refuses(SharedError.NOT_FOUND, () -> fixture.agreement.amend(fixture.coordinator, 7, AgreementFixture.LATER));
    }

    @Test
    void eventsNameNoReasonInTheOpen() {
        fixture.governing();
        DomainEvent event =
                fixture.agreement.standing().suspend(fixture.coordinator, "A secret", AgreementFixture.LATER);
        assertFalse(event.details().containsValue("A secret"));
        assertEquals("A secret", event.personal().get("reason"));
    }
}
