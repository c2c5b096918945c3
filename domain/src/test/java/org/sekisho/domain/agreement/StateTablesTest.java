package org.sekisho.domain.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.domain.shared.StateDiagram;
import org.sekisho.domain.shared.Transitions;

/** Every pair of every transition table, against the pairs that are meant. */
class StateTablesTest {

    @Test
    void versionStates() {
        assertPairs(
                VersionState.values(),
                "DRAFT NEGOTIATION",
                "DRAFT WITHDRAWN",
                "NEGOTIATION SIGNING",
                "NEGOTIATION SUPERSEDED",
                "NEGOTIATION WITHDRAWN",
                "SIGNING SIGNED",
                "SIGNING WITHDRAWN",
                "SIGNED SIGNING",
                "SIGNED GOVERNING",
                "SIGNED WITHDRAWN",
                "GOVERNING SUPERSEDED");
    }

    @Test
    void agreementStates() {
        assertPairs(
                AgreementState.values(),
                "DRAFT NEGOTIATION",
                "DRAFT WITHDRAWN",
                "NEGOTIATION DRAFT",
                "NEGOTIATION SIGNING",
                "NEGOTIATION WITHDRAWN",
                "SIGNING SIGNED",
                "SIGNING WITHDRAWN",
                "SIGNED SIGNING",
                "SIGNED IN_FORCE",
                "IN_FORCE SUSPENDED",
                "IN_FORCE EXPIRED",
                "IN_FORCE TERMINATED",
                "SUSPENDED IN_FORCE",
                "SUSPENDED EXPIRED",
                "SUSPENDED TERMINATED",
                "WITHDRAWN DRAFT");
    }

    @Test
    void proposalStates() {
        assertPairs(ProposalState.values(), "OPEN ACCEPTED", "OPEN DECLINED", "OPEN WITHDRAWN");
    }

    @Test
    void approvalStates() {
        assertPairs(ApprovalState.values(), "OPEN COMPLETE", "OPEN RETURNED");
    }

    @Test
    void signatureStates() {
        assertPairs(
                SignatureState.values(),
                "UNCONFIRMED IN_EFFECT",
                "UNCONFIRMED REJECTED",
                "UNCONFIRMED WITHDRAWN",
                "IN_EFFECT WITHDRAWN");
    }

    private static <E extends Enum<E> & Transitions<E>> void assertPairs(E[] states, String... meant) {
        Set<String> found = new TreeSet<>();
        for (E from : states) {
            for (E to : states) {
                if (from.canBecome(to)) {
                    found.add(from + " " + to);
                }
            }
        }
        assertEquals(new TreeSet<>(Arrays.asList(meant)), found);
    }

    @ParameterizedTest
    @EnumSource(VersionState.class)
    void agreementShowsItsNewestVersionUntilOneGoverns(VersionState state) {
        switch (state) {
            case GOVERNING, SUPERSEDED -> assertThrows(
                    IllegalArgumentException.class, () -> AgreementState.before(state));
            case DRAFT, NEGOTIATION, SIGNING, SIGNED, WITHDRAWN -> assertEquals(
                    state.name(), AgreementState.before(state).name());
        }
    }

    @Test
    void diagramIsDrawnFromTheTable() {
        String diagram = StateDiagram.mermaid(VersionState.class);
        assertTrue(diagram.startsWith("stateDiagram-v2\n    [*] --> DRAFT\n    DRAFT --> NEGOTIATION\n"));
        assertTrue(diagram.contains("    SIGNED --> GOVERNING\n"));
        assertTrue(diagram.endsWith("    WITHDRAWN --> [*]\n"));
    }
}
