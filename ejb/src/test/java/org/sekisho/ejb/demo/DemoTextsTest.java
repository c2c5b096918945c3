package org.sekisho.ejb.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.ClauseKind;

class DemoTextsTest {

    private final DemoClauses clauses = new DemoClauses(new DemoTexts());

    @Test
    void anAgreementOfTheDemoHasEveryClause() {
        List<Clause> written =
                clauses.of(new DemoAgreement("payments", "aoba", LocalDate.of(2026, 9, 1)), DemoClauses.LEAK);
        assertEquals(
                Set.of(ClauseKind.values()), written.stream().map(Clause::kind).collect(Collectors.toSet()));
    }

    @Test
    void whoeverActsTakesPart() {
        DemoCast cast = new DemoCast();
        Set<String> everyone = cast.others().stream()
                .flatMap(organisation -> organisation.people().stream().map(organisation::email))
                .collect(Collectors.toSet());
        cast.secretariat()
                .people()
                .forEach(person -> everyone.add(cast.secretariat().email(person)));
        assertTrue(everyone.containsAll(DemoCast.actors()), everyone.toString());
    }
}
