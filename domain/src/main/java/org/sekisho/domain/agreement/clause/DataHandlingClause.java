package org.sekisho.domain.agreement.clause;

import java.util.Set;
import org.sekisho.domain.shared.Checks;

/**
 * How information is labelled, sent, kept and deleted. That the provider never trains on it, and that a legal hold defers every
 * deletion, is part of every such clause and needs no data.
 *
 * @param label the TLP label of whatever carries none
 * @param mayBeSent what may be sent to the model; nothing else may
 * @param providerRetentionDays days for which the provider may keep what was sent; 0 = it keeps nothing
 * @param retentionDays days for which records under the agreement are kept after its end
 * @param deletionDays days after that, or after a recall, by which deletion is done and certified
 */
public record DataHandlingClause(
        Tlp label, Set<SentMatter> mayBeSent, int providerRetentionDays, int retentionDays, int deletionDays)
        implements Clause {

    /** What can be sent to the model. Customers' data, credentials and state secrets are not among it. */
    public enum SentMatter {
        SOURCE_CODE,
        BINARIES,
        CONFIGURATION,
        DESIGN_DOCUMENTS,
        NETWORK_PLANS,
        LOGS_WITHOUT_PERSONAL_DATA,
        SYNTHETIC_TEST_DATA
    }

    public DataHandlingClause {
        Checks.require(label, "label");
        mayBeSent = ClauseChecks.set(SentMatter.class, mayBeSent, "mayBeSent");
        ClauseChecks.range(providerRetentionDays, "providerRetentionDays", 0, 30);
        ClauseChecks.range(retentionDays, "retentionDays", 365, 3_653);
        ClauseChecks.range(deletionDays, "deletionDays", 1, 180);
    }

    @Override
    public ClauseKind kind() {
        return ClauseKind.DATA_HANDLING;
    }
}
