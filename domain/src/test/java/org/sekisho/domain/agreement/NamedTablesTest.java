package org.sekisho.domain.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sekisho.domain.agreement.Refusals.refuses;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.ClauseError;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.NamedTables;
import org.sekisho.domain.agreement.clause.NamedTables.Answers;
import org.sekisho.domain.agreement.clause.NamedTables.Fitness;
import org.sekisho.domain.agreement.clause.SampleClauses;
import org.sekisho.domain.agreement.clause.TablesClause;
import org.sekisho.domain.agreement.clause.TablesClause.TableReference;
import org.sekisho.domain.shared.Refusal;

/** A clause names only what can govern, and nobody signs what can't. */
class NamedTablesTest {

    private static final Map<Fitness, ClauseError> REFUSED = new EnumMap<>(Map.of(
            Fitness.UNKNOWN, ClauseError.TABLE_UNKNOWN,
            Fitness.UNFIT, ClauseError.TABLE_UNFIT,
            Fitness.RETIRED, ClauseError.TABLE_RETIRED));
    private static final TablesClause CLAUSE =
            new TablesClause(new TableReference("risk", 4), new TableReference("escalation", 5));

    private final AgreementFixture fixture = new AgreementFixture();

    @Test
    void aTableThatCanNeverGovernIsNotWritten() {
        REFUSED.forEach((fitness, error) -> {
            Refusal risk = refuses(error, () -> write(standing(Answers.RISK, fitness)));
            assertEquals(Map.of("field", "risk.code", "code", "risk", "version", 4), risk.parameters());
            Refusal escalation = refuses(error, () -> write(standing(Answers.ESCALATION, fitness)));
            assertEquals(
                    Map.of("field", "escalation.code", "code", "escalation", "version", 5), escalation.parameters());
        });
        assertEquals(Optional.empty(), fixture.version().clause(ClauseKind.TABLES));
    }

    @Test
    void aDraftIsWrittenAndCanBeSignedOnceItIsAdopted() {
        fixture.drafted();
        write(standing(Answers.RISK, Fitness.DRAFTED));
        fixture.openRound();
        Refusal refusal =
                refuses(ClauseError.TABLE_NOT_ADOPTED, () -> openSigning(standing(Answers.RISK, Fitness.DRAFTED)));
        assertEquals(Map.of("clause", "TABLES", "code", "risk", "version", 4), refusal.parameters());
        openSigning(SampleClauses.TABLES);
        assertEquals(VersionState.SIGNING, fixture.version().state());
    }

    @Test
    void whatWasFitWhenItWasWrittenIsLookedAtAgainBeforeAnybodySigns() {
        fixture.negotiating();
        REFUSED.forEach((fitness, error) -> refuses(error, () -> openSigning(standing(Answers.ESCALATION, fitness))));
        assertEquals(VersionState.NEGOTIATION, fixture.version().state());
    }

    @Test
    void anAmendmentTakesOverNoTableThatWasRetiredMeanwhile() {
        fixture.governing();
        fixture.agreement.amend(fixture.coordinator, 1, AgreementFixture.SIGNING);
        fixture.version()
                .negotiation()
                .open(fixture.coordinator, AgreementFixture.SIGNING.plusSeconds(60), AgreementFixture.SIGNING);
        refuses(ClauseError.TABLE_RETIRED, () -> openSigning(standing(Answers.RISK, Fitness.RETIRED)));
    }

    @Test
    void aPartyProposesNoTableThatCanNeverGovern() {
        fixture.negotiating();
        REFUSED.forEach((fitness, error) -> refuses(error, () -> fixture.version()
                .negotiation()
                .propose(
                        fixture.providerSignatory,
                        ClauseKind.TABLES,
                        Optional.of(CLAUSE),
                        "Ours",
                        standing(Answers.RISK, fitness),
                        AgreementFixture.DRAFTED)));
        assertEquals(0, fixture.version().proposals().size());
    }

    private void write(NamedTables tables) {
        fixture.version().putClause(fixture.coordinator, CLAUSE, tables);
    }

    private void openSigning(NamedTables tables) {
        fixture.version().signing().open(fixture.coordinator, Optional.empty(), tables, AgreementFixture.SIGNING);
    }

    private static NamedTables standing(Answers one, Fitness fitness) {
        return (table, named) -> named == one ? fitness : Fitness.FIT;
    }
}
