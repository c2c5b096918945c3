package org.sekisho.ejb.access;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.sekisho.domain.agreement.Agreements;
import org.sekisho.domain.agreement.access.AccessFacts;
import org.sekisho.domain.agreement.access.AccessFactsSource;
import org.sekisho.domain.agreement.access.AccessRequest;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.agreement.clause.PeopleClause;
import org.sekisho.domain.agreement.clause.PeopleClause.RequiredTraining;
import org.sekisho.domain.agreement.training.TrainingDirectory;
import org.sekisho.domain.agreement.training.TrainingError;
import org.sekisho.domain.agreement.training.TrainingFilter;
import org.sekisho.domain.agreement.training.TrainingRecord;
import org.sekisho.domain.agreement.training.TrainingRecords;
import org.sekisho.domain.agreement.training.TrainingRow;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** Records of completed training, kept by somebody other than the person. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class TrainingService {

    @Inject
    private CurrentAct act;

    @Inject
    private Agreements agreements;

    @Inject
    private AccessFactsSource facts;

    @Inject
    private TrainingRecords records;

    @Inject
    private TrainingDirectory directory;

    /**
     * Records a completed training, which takes the place of an older record.
     *
     * @return the id of the record
     * @throws Refusal with a {@link TrainingError}, {@link SharedError#NOT_FOUND} for somebody who doesn't act for the organisation,
     *     or {@link SharedError#MALFORMED} for a training that the agreement doesn't name
     */
    @Permission("training:record")
    public UUID record(RecordTraining command) {
        agreements.require(command.agreement());
        AccessFacts known =
                facts.load(AccessRequest.question(command.person(), command.agreement(), Action.MODEL_USE), act.now());
        UUID organisation =
                command.organisation().or(() -> act.actor().organisation()).orElseThrow();
        boolean actsForIt = known.person()
                .filter(person -> person.organisations().contains(organisation))
                .isPresent();
        if (!actsForIt) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
        TrainingRecord record = new TrainingRecord(
                act.actor(),
                command.person(),
                organisation,
                training(known, command.training()),
                command.completedOn(),
                command.evidence(),
                act.now());
        records.add(record);
        act.happened(record.recorded());
        return record.id();
    }

    /** Takes a record back, with a reason. */
    @Permission("training:record")
    public void revoke(@About("training") UUID id, String reason) {
        act.happened(records.require(id).revoke(act.actor(), reason, act.now()));
    }

    /** Records that the actor may see. */
    @Permission(value = "agreement:read", recorded = Recorded.REFUSALS)
    public Page<TrainingRow> trainings(TrainingFilter filter, PageRequest page) {
        return directory.list(filter, page);
    }

    private static RequiredTraining training(AccessFacts known, String code) {
        return known.agreement()
                .flatMap(agreement -> GoverningTerms.clause(agreement, PeopleClause.class))
                .flatMap(people -> people.trainings().stream()
                        .filter(training -> training.code().equals(code))
                        .findFirst())
                .orElseThrow(() -> Refusal.of(SharedError.MALFORMED, "field", "training"));
    }
}
