package org.sekisho.ejb.report.disclosure;

import java.util.UUID;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * Opens a case about a flaw in a product of somebody outside.
 *
 * @param readHash the revision that was read
 * @param product with its version
 * @param developer who makes it, and how they are reached
 * @param summary what was found, in the words that go out
 */
public record OpenDisclosure(UUID report, String readHash, String product, String developer, String summary)
        implements Command {

    @Override
    public Subject subject() {
        return new Subject(Report.KIND, report);
    }
}
