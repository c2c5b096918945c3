package org.sekisho.ejb.assurance;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.engagement.AuditedAgreements;
import org.sekisho.domain.assurance.engagement.AuditedAgreements.Audited;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** Creates the engagements that audit clauses ask for, ahead of time. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class AuditCalendarService {

    private static final int BATCH = 100;

    @Inject
    private CurrentAct act;

    @Inject
    private AuditedAgreements agreements;

    @Inject
    private Scheduling scheduling;

    /**
     * Some of the agreements that lack an engagement.
     *
     * @param after where the batch before ended
     */
    @Permission(value = "audit:run-calendar", recorded = Recorded.REFUSALS)
    public Lacking lacking(Optional<UUID> after) {
        LocalDate today = Days.of(act.now());
        List<Audited> batch = agreements.governing(after, BATCH);
        Optional<UUID> next =
                batch.size() == BATCH ? Optional.of(batch.get(BATCH - 1).id()) : Optional.empty();
        return new Lacking(
                batch.stream()
                        .filter(audited -> scheduling.lacksEngagement(audited, today))
                        .map(Audited::id)
                        .toList(),
                next);
    }

    /**
     * Schedules the next engagement that the agreement lacks.
     *
     * @return whether it lacks another
     */
    @Permission("audit:run-calendar")
    public boolean scheduleNext(@About("agreement") UUID agreement) {
        LocalDate today = Days.of(act.now());
        Audited audited = agreements.find(agreement).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        Optional<Engagement> scheduled = scheduling.scheduleNext(audited, today, act.now());
        scheduled.ifPresent(engagement -> act.happened(engagement.scheduled()));
        return scheduled.isPresent() && scheduling.lacksEngagement(audited, today);
    }

    /**
     * Agreements that lack an engagement.
     *
     * @param next where the next batch begins; empty after the last
     */
    public record Lacking(List<UUID> agreements, Optional<UUID> next) {

        public Lacking {
            agreements = List.copyOf(agreements);
        }
    }
}
