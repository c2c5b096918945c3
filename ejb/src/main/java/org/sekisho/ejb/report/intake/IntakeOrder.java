package org.sekisho.ejb.report.intake;

import java.util.UUID;
import org.sekisho.domain.report.intake.Intake;
import org.sekisho.domain.report.intake.SourceFormat;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * What is to be read.
 *
 * @param attempt the reading that this order is for; one that was taken over from does nothing more
 * @param blob what the store calls the sealed file
 */
public record IntakeOrder(UUID intake, int attempt, UUID organisation, SourceFormat format, String blob)
        implements Command {

    @Override
    public Subject subject() {
        return new Subject(Intake.KIND, intake);
    }
}
