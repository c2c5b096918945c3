package org.sekisho.ejb.assurance;

import java.util.UUID;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * What somebody wants to upload, before its bytes.
 *
 * @param control empty for the section as a whole
 * @param fileName as it came; its ending says what the file should be
 * @param announcedBytes how large it is said to be; -1 when that isn't known
 */
public record UploadEvidence(
        UUID engagement,
        EvidenceSection section,
        String control,
        Period proves,
        Tlp label,
        String title,
        String fileName,
        long announcedBytes)
        implements Command {

    @Override
    public Subject subject() {
        return new Subject(Engagement.KIND, engagement);
    }
}
