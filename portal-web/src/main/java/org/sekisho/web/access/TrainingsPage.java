package org.sekisho.web.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.training.TrainingFilter;
import org.sekisho.domain.agreement.training.TrainingRow;
import org.sekisho.domain.agreement.training.TrainingState;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.access.TrainingService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Moments;
import org.sekisho.web.shared.Say;

/** Training records: who completed what, until when it counts, and what has to be renewed. */
@Named
@RequestScoped
public class TrainingsPage {

    /** Days before its last day in which a record is shown as one to renew. */
    private static final int WARNING_DAYS = 30;

    private static final String AGREEMENT = "agreement";
    private static final String ORGANISATION = "organisation";
    private static final String STATE = "state";
    private static final Csv<TrainingRow> CSV = new Csv<TrainingRow>()
            .with("person", TrainingRow::personName)
            .with("organisation", TrainingRow::organisationName)
            .with("training", TrainingRow::training)
            .with("completed_on", TrainingRow::completedOn)
            .with("valid_until", TrainingRow::validUntil)
            .with("state", TrainingRow::state)
            .with("evidence", TrainingRow::evidence)
            .with("recorded_by", TrainingRow::recordedByName)
            .with("recorded_at", TrainingRow::recordedAt)
            .with("revocation_reason", TrainingRow::revocationReason);

    @Inject
    private TrainingService trainings;

    @Inject
    private GovernedAgreements governed;

    @Inject
    private Moments moments;

    @Inject
    private Say say;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    @SuppressWarnings("NullAway.Init")
    private ListState list;

    private @Nullable Page<TrainingRow> page;

    /** What the list shows of the records. */
    public enum Shown {
        CURRENT,
        TO_RENEW,
        LAPSED,
        SUPERSEDED,
        REVOKED
    }

    @PostConstruct
    void read() {
        list = ListState.of(
                request,
                List.of(AGREEMENT, STATE, ORGANISATION),
                List.of("person", ORGANISATION, "training", "completedOn", "validUntil", STATE));
    }

    public ListState getList() {
        return list;
    }

    public Page<TrainingRow> getPage() {
        if (page == null) {
            page = trainings.trainings(filter(), list.page());
        }
        return page;
    }

    public List<Choice> getAgreements() {
        return governed.choices();
    }

    public List<Choice> getStates() {
        return say.choices("training-shown", Arrays.stream(Shown.values()));
    }

    public void download() {
        CSV.send("trainings", after -> trainings.trainings(filter(), list.wholeAfter(after)));
    }

    private TrainingFilter filter() {
        Optional<Shown> shown = list.choice(STATE, Shown.class);
        LocalDate today = moments.getToday();
        return new TrainingFilter(
                list.id(AGREEMENT),
                list.id(ORGANISATION),
                Optional.empty(),
                Optional.empty(),
                shown.map(TrainingsPage::state).map(Set::of).orElse(Set.of()),
                shown.flatMap(each -> switch (each) {
                    case LAPSED -> Optional.of(today);
                    case TO_RENEW -> Optional.of(today.plusDays(WARNING_DAYS));
                    case CURRENT, SUPERSEDED, REVOKED -> Optional.empty();
                }),
                list.words());
    }

    private static TrainingState state(Shown shown) {
        return switch (shown) {
            case CURRENT, TO_RENEW, LAPSED -> TrainingState.CURRENT;
            case SUPERSEDED -> TrainingState.SUPERSEDED;
            case REVOKED -> TrainingState.REVOKED;
        };
    }

    /** How the record stands today: the newest of its kind can have run out. */
    public String word(TrainingRow row) {
        if (row.state() != TrainingState.CURRENT) {
            return say.of("training-state", row.state());
        }
        if (isLapsed(row)) {
            return say.of("training-shown", Shown.LAPSED);
        }
        return say.of("training-state", TrainingState.CURRENT);
    }

    public String tone(TrainingRow row) {
        return switch (row.state()) {
            case CURRENT -> isLapsed(row) ? "chip-bad" : isSoon(row) ? "chip-soon" : "chip-good";
            case SUPERSEDED -> "";
            case REVOKED -> "chip-bad";
        };
    }

    private boolean isLapsed(TrainingRow row) {
        return row.validUntil().isBefore(moments.getToday());
    }

    private boolean isSoon(TrainingRow row) {
        return row.validUntil().isBefore(moments.getToday().plusDays(WARNING_DAYS));
    }

    /** Whether the person may be offered to keep this record: nobody keeps their own. */
    public boolean mayKeep(TrainingRow row) {
        boolean theirs = row.organisation().equals(me.getAccount().organisation()) || me.holds("COORDINATOR");
        return row.state() == TrainingState.CURRENT
                && me.can("training:record")
                && theirs
                && !row.person().equals(me.getAccount().person());
    }
}
