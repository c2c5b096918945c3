package org.sekisho.ejb.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** What the database refuses is told as a refusal. */
class FailuresTest {

    @Test
    void aTakenPlaceIsAChangeMeanwhile() {
        assertEquals(SharedError.CHANGED_MEANWHILE, refusal("23505"));
    }

    @Test
    void anExclusionThatIsFoundAtTheCommitIsAChangeMeanwhile() {
        assertEquals(SharedError.CHANGED_MEANWHILE, refusal("23P01"));
    }

    @Test
    void aLostConnectionIsTemporary() {
        assertEquals(SharedError.UNAVAILABLE, refusal("08006"));
    }

    @Test
    void whatNobodyCanHelpStaysAFailure() {
        SQLException broken = new SQLException("division by zero", "22012");
        assertSame(broken, Failures.translate(broken));
    }

    private static Object refusal(String state) {
        RollbackException commit = new RollbackException("not committed");
        commit.initCause(new SQLException("refused", state));
        return assertInstanceOf(Refusal.class, Failures.translate(commit)).code();
    }
}
