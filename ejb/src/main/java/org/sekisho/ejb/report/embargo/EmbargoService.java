package org.sekisho.ejb.report.embargo;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.organisation.OrganisationDirectory;
import org.sekisho.domain.party.organisation.OrganisationDirectory.OrganisationRow;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.Reports;
import org.sekisho.domain.report.embargo.Embargo;
import org.sekisho.domain.report.embargo.EmbargoError;
import org.sekisho.domain.report.embargo.EmbargoParticipant;
import org.sekisho.domain.report.embargo.EmbargoStep;
import org.sekisho.domain.report.embargo.EmbargoView;
import org.sekisho.domain.report.embargo.EmbargoView.EmbargoLine;
import org.sekisho.domain.report.embargo.EmbargoView.Participant;
import org.sekisho.domain.report.embargo.Embargoes;
import org.sekisho.domain.report.reading.ReportDirectory;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.vault.Vault;
import org.sekisho.ejb.report.ReportGate;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** Until when a report is kept from others: proposed, answered, extended, ended, broken. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class EmbargoService {

    @Inject
    private CurrentAct act;

    @Inject
    private Reports reports;

    @Inject
    private Embargoes embargoes;

    @Inject
    private OrganisationDirectory organisations;

    @Inject
    private ReportDirectory directory;

    @Inject
    private ReportGate gate;

    @Inject
    private Vault vault;

    /** Proposes one, and asks the organisations; its id. A report has one in effect at a time. */
    @Permission("embargo:propose")
    public UUID propose(ProposeEmbargo command) {
        Report report = reports.requireLocked(command.report());
        gate.require(report, Action.REPORT_READ);
        Checks.check(embargoes.inEffect(report.id()).isEmpty(), EmbargoError.ONE_AT_A_TIME);
        Embargo embargo = new Embargo(report, command.until(), command.zone(), act.actor(), act.now());
        Map<UUID, OrganisationRow> known = known();
        for (UUID each : new LinkedHashSet<>(command.asked())) {
            OrganisationKind kind = required(known, each).kind();
            act.happened(embargo.ask(act.actor(), each, kind, command.answerBy(), act.now()));
        }
        act.happened(embargo.proposed());
        embargoes.add(embargo);
        return embargo.id();
    }

    /**
     * Answers for the actor's organisation.
     *
     * @param readEnd the end that was read
     */
    @Permission("embargo:answer")
    public void answer(@About(Embargo.KIND) UUID embargo, boolean accepts, Instant readEnd) {
        act.happened(locked(embargo).answer(act.actor(), accepts, readEnd, act.now()));
    }

    /** Moves the end to a later moment, and asks everybody anew. */
    @Permission("embargo:propose")
    public void extend(@About(Embargo.KIND) UUID embargo, Instant later, Instant answerBy) {
        act.happened(locked(embargo).extend(act.actor(), later, answerBy, act.now()));
    }

    /** Ends it before its time, with the reason. */
    @Permission("embargo:propose")
    public void end(@About(Embargo.KIND) UUID embargo, String reason) {
        act.happened(locked(embargo).end(act.actor(), reason, vault, act.now()));
    }

    /** It was made known before its time, with what is known of that. */
    @Permission("embargo:answer")
    public void reportBreach(@About(Embargo.KIND) UUID embargo, String reason) {
        act.happened(locked(embargo).broken(act.actor(), reason, vault, act.now()));
    }

    /** One embargo, as far as the actor may see it. */
    @Permission(value = "embargo:read", recorded = Recorded.REFUSALS)
    public EmbargoView one(@About(Embargo.KIND) UUID embargo) {
        return views(List.of(embargoes.require(embargo)), true).get(0);
    }

    /** The embargoes of a report, the latest first. */
    @Permission(value = "embargo:read", recorded = Recorded.REFUSALS)
    public List<EmbargoView> ofReport(@About(Report.KIND) UUID report) {
        reports.require(report);
        return views(embargoes.of(report), false);
    }

    /** What the actor's organisation was asked to keep and is still in effect, the next end first; at most 100. */
    @Permission(value = "embargo:read", recorded = Recorded.REFUSALS)
    public List<EmbargoView> asked() {
        return views(embargoes.askedOf(act.actor().organisation().orElseThrow()), false);
    }

    /** @param whole with what happened to each, which takes a query each */
    private List<EmbargoView> views(List<Embargo> found, boolean whole) {
        Map<UUID, OrganisationRow> known = known();
        Map<UUID, String> references =
                directory.references(found.stream().map(Embargo::report).collect(Collectors.toUnmodifiableSet()));
        return found.stream()
                .map(each -> view(each, known, Optional.ofNullable(references.get(each.report())), whole))
                .toList();
    }

    private Map<UUID, OrganisationRow> known() {
        return organisations.choices().stream()
                .collect(Collectors.toUnmodifiableMap(OrganisationRow::id, Function.identity()));
    }

    /** Who keeps an embargo on a report that isn't theirs to read does so under no agreement of theirs. */
    private Embargo locked(UUID embargo) {
        Embargo found = embargoes.requireLocked(embargo);
        gate.requireUnfrozen();
        reports.find(found.report()).map(Report::agreement).ifPresent(act::under);
        return found;
    }

    private OrganisationRow required(Map<UUID, OrganisationRow> known, UUID organisation) {
        // Those that ended stand in no choice.
        return Optional.ofNullable(known.get(organisation))
                .or(() -> organisations.row(organisation))
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    private EmbargoView view(
            Embargo embargo, Map<UUID, OrganisationRow> known, Optional<String> reference, boolean whole) {
        boolean owner = act.actor().isOf(embargo.organisation());
        return new EmbargoView(
                embargo.id(),
                embargo.report(),
                reference,
                embargo.organisation(),
                required(known, embargo.organisation()).name(),
                embargo.until(),
                embargo.zone(),
                embargo.proposedAt(),
                embargo.state(),
                embargo.stateAt(),
                embargo.participants().stream().map(each -> line(each, known)).toList(),
                owner ? embargo.reason(vault) : Optional.empty(),
                act.actor().organisation().flatMap(embargo::participant).map(each -> line(each, known)),
                whole ? embargo.steps().stream().map(each -> line(each, known)).toList() : List.of());
    }

    private EmbargoLine line(EmbargoStep step, Map<UUID, OrganisationRow> known) {
        Optional<Name> about = step.participant().flatMap(id -> step.embargo().participants().stream()
                .filter(each -> each.id().equals(id))
                .map(each -> required(known, each.organisation()).name())
                .findFirst());
        return new EmbargoLine(step.kind(), about, step.until(), step.takenAt());
    }

    private Participant line(EmbargoParticipant each, Map<UUID, OrganisationRow> known) {
        return new Participant(
                each.organisation(),
                required(known, each.organisation()).name(),
                each.consent(act.now()),
                each.answerBy(),
                each.answeredAt());
    }
}
