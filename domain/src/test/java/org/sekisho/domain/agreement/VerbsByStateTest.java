package org.sekisho.domain.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.SampleClauses;
import org.sekisho.domain.shared.Refusal;

/** Every verb in every state of the agreement: where it isn't meant it refuses and changes nothing, where it is the table allows it. */
class VerbsByStateTest {

    private static final Map<AgreementState, Consumer<AgreementFixture>> WAYS = Map.of(
            AgreementState.DRAFT, AgreementFixture::drafted,
            AgreementState.NEGOTIATION, AgreementFixture::negotiating,
            AgreementState.SIGNING, AgreementFixture::signing,
            AgreementState.SIGNED, AgreementFixture::signed,
            AgreementState.IN_FORCE, AgreementFixture::governing,
            AgreementState.SUSPENDED, AgreementFixture::suspended,
            AgreementState.EXPIRED,
                    fixture -> fixture.governing().agreement.standing().expire(AgreementFixture.OVER),
            AgreementState.TERMINATED,
                    fixture -> fixture.governing()
                            .agreement
                            .standing()
                            .terminate(fixture.coordinator, "Done", AgreementFixture.LATER),
            AgreementState.WITHDRAWN, AgreementFixture::withdrawn);

    /** The states in which each verb is done, by somebody who may. */
    private static final List<Verb> VERBS = List.of(
            verb("putClause", Set.of(AgreementState.DRAFT), f -> {
                f.version().putClause(f.coordinator, SampleClauses.usage(77), SampleClauses.TABLES);
            }),
            verb("removeClause", Set.of(AgreementState.DRAFT), f -> {
                f.version().removeClause(f.coordinator, ClauseKind.USAGE);
            }),
            verb("openNegotiation", Set.of(AgreementState.DRAFT), f -> {
                f.openRound();
            }),
            verb("comment", Set.of(AgreementState.NEGOTIATION), f -> {
                f.version()
                        .negotiation()
                        .comment(f.bankSignatory, Optional.empty(), "A word", AgreementFixture.DRAFTED);
            }),
            verb("closeRound", Set.of(AgreementState.NEGOTIATION), f -> {
                f.version().negotiation().close(f.coordinator, AgreementFixture.SIGNING);
            }),
            verb("nextRound", Set.of(AgreementState.NEGOTIATION), f -> {
                f.agreement.nextRound(f.coordinator, AgreementFixture.SIGNING);
            }),
            verb("openSigning", Set.of(AgreementState.NEGOTIATION), f -> {
                f.openSigning();
            }),
            verb("planApproval", Set.of(AgreementState.SIGNING), f -> {
                f.version().signing().planApproval(f.bankCiso, List.of("Director"), AgreementFixture.SIGNING);
            }),
            verb("sign", Set.of(AgreementState.SIGNING), f -> {
                if (f.version().state() == VersionState.SIGNING) {
                    f.approve(f.bankCiso, AgreementFixture.SIGNING);
                }
                f.version()
                        .signing()
                        .sign(
                                f.bankSignatory,
                                f.authority(f.bankSignatory),
                                f.version().contentHash().orElse("none"),
                                AgreementFixture.credentials(f.bankSignatory, AgreementFixture.SIGNING),
                                AgreementFixture.SIGNING);
            }),
            verb(
                    "withdrawSignature",
                    Set.of(AgreementState.SIGNED, AgreementState.IN_FORCE, AgreementState.SUSPENDED),
                    f -> {
                        f.version().signing().withdraw(f.bankSignatory, "Board's decision", AgreementFixture.LATER);
                    }),
            verb("startTerm", Set.of(AgreementState.SIGNED), f -> {
                f.version().startTerm(AgreementFixture.GOVERNS);
            }),
            verb(
                    "withdrawVersion",
                    Set.of(AgreementState.DRAFT, AgreementState.NEGOTIATION, AgreementState.SIGNING),
                    f -> {
                        f.version().withdraw(f.coordinator, "Given up", AgreementFixture.SIGNING);
                    }),
            verb("amend", Set.of(AgreementState.IN_FORCE, AgreementState.SUSPENDED, AgreementState.WITHDRAWN), f -> {
                f.agreement.amend(f.coordinator, 1, AgreementFixture.LATER);
            }),
            verb("suspend", Set.of(AgreementState.IN_FORCE), f -> {
                f.agreement.standing().suspend(f.bankCiso, "In doubt", AgreementFixture.LATER);
            }),
            verb("resume", Set.of(AgreementState.SUSPENDED), f -> {
                f.agreement.standing().resume(f.coordinator, Set.of(), AgreementFixture.LATER);
                f.agreement.standing().resume(f.bankCiso, Set.of(), AgreementFixture.LATER);
            }),
            verb("terminate", Set.of(AgreementState.IN_FORCE, AgreementState.SUSPENDED), f -> {
                f.agreement.standing().terminate(f.bankSignatory, "Done", AgreementFixture.LATER);
            }),
            verb("expire", Set.of(AgreementState.IN_FORCE, AgreementState.SUSPENDED), f -> {
                f.agreement.standing().expire(AgreementFixture.OVER);
            }));

    private record Verb(String name, Set<AgreementState> meant, Consumer<AgreementFixture> act) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Verb verb(String name, Set<AgreementState> meant, Consumer<AgreementFixture> act) {
        return new Verb(name, meant, act);
    }

    static List<Arguments> pairs() {
        List<Arguments> pairs = new ArrayList<>();
        for (Verb verb : VERBS) {
            for (AgreementState state : AgreementState.values()) {
                pairs.add(Arguments.of(verb, state));
            }
        }
        return pairs;
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("pairs")
    void verbIsDoneOnlyWhereItIsMeant(Verb verb, AgreementState state) {
        AgreementFixture fixture = new AgreementFixture();
        Objects.requireNonNull(WAYS.get(state)).accept(fixture);
        assertEquals(state, fixture.agreement.state());
        List<VersionState> versions = versions(fixture);
        if (verb.meant().contains(state)) {
            verb.act().accept(fixture);
            AgreementState after = fixture.agreement.state();
            assertTrue(after == state || state.canBecome(after), state + " to " + after);
        } else {
            assertThrows(Refusal.class, () -> verb.act().accept(fixture));
            assertEquals(state, fixture.agreement.state());
            assertEquals(versions, versions(fixture));
        }
    }

    private static List<VersionState> versions(AgreementFixture fixture) {
        return fixture.agreement.versions().stream()
                .map(AgreementVersion::state)
                .toList();
    }
}
