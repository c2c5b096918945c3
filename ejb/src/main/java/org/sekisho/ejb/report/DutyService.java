package org.sekisho.ejb.report;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.review.Colleagues;
import org.sekisho.domain.report.review.Colleagues.Colleague;
import org.sekisho.domain.report.review.DutyRoster;
import org.sekisho.domain.report.review.DutyRoster.ShiftRow;
import org.sekisho.domain.report.review.DutyShift;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** The duty roster of the actor's organisation. Where nobody is on it, all duty officers are alerted. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class DutyService {

    @Inject
    private CurrentAct act;

    @Inject
    private DutyRoster roster;

    @Inject
    private Colleagues colleagues;

    /** Shifts that aren't over, the first to begin first. */
    @Permission(value = "duty:read", recorded = Recorded.REFUSALS)
    public Page<ShiftRow> shifts(PageRequest page) {
        return roster.shifts(organisation(), act.now(), page);
    }

    /** Who can be put on the roster, by name. */
    @Permission(value = "duty:read", recorded = Recorded.REFUSALS)
    public List<Officer> officers() {
        return colleagues.holding(Set.of(Role.DUTY_OFFICER), organisation(), Days.of(act.now())).stream()
                .map(each -> new Officer(each.actor().requirePerson(), each.name(), each.email()))
                .toList();
    }

    /** A duty officer. */
    public record Officer(UUID person, String name, String email) {}

    /**
     * Puts somebody on the roster; the id of the shift.
     *
     * @param person id or address of a duty officer of the organisation
     * @param until not part of it
     */
    @Permission("duty:keep")
    public UUID plan(String person, Instant from, Instant until) {
        Colleague officer = colleagues
                .find(person, organisation(), Days.of(act.now()))
                .orElseThrow(() -> Refusal.of(SharedError.NOT_FOUND, "field", "person"));
        DutyShift shift = new DutyShift(act.actor(), officer.actor(), from, until, act.now());
        roster.add(shift);
        act.happened(shift.planned());
        return shift.id();
    }

    /** Takes a shift off the roster. */
    @Permission("duty:keep")
    public void cancel(@About(DutyShift.KIND) UUID shift) {
        DutyShift found = roster.require(shift);
        act.happened(found.cancel(act.actor()));
        roster.remove(found);
    }

    private UUID organisation() {
        return act.actor().organisation().orElseThrow();
    }
}
