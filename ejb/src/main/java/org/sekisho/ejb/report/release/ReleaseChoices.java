package org.sekisho.ejb.report.release;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Audience;
import org.sekisho.domain.agreement.clause.ExportClause.Format;
import org.sekisho.domain.agreement.clause.SensitiveMatter;
import org.sekisho.domain.party.Name;

/** To whom the actor may ask to release a report, and how. */
public record ReleaseChoices(List<To> recipients) {

    /**
     * A possible recipient.
     *
     * @param masked what it won't read
     */
    public record To(
            UUID organisation, Name name, Audience audience, Set<Format> formats, Set<SensitiveMatter> masked) {

        public To {
            formats = Set.copyOf(formats);
            masked = Set.copyOf(masked);
        }
    }

    public ReleaseChoices {
        recipients = List.copyOf(recipients);
    }
}
