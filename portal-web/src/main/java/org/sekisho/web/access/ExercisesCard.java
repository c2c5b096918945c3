package org.sekisho.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.playbook.ExerciseKind;
import org.sekisho.domain.playbook.ExerciseRow;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.playbook.PlaybookService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Say;

/** The exercises of a playbook, of whichever version. */
@Named
@RequestScoped
public class ExercisesCard {

    private static final Csv<ExerciseRow> CSV = new Csv<ExerciseRow>()
            .with("exercised_on", ExerciseRow::day)
            .with("kind", ExerciseRow::kind)
            .with("version", ExerciseRow::version)
            .with("evidence", ExerciseRow::evidence)
            .with("recorded_by", ExerciseRow::recordedByName)
            .with("recorded_at", ExerciseRow::recordedAt);

    @Inject
    private PlaybookPage page;

    @Inject
    private PlaybookService playbooks;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private @Nullable ListState list;
    private @Nullable Page<ExerciseRow> rows;

    public ListState getList() {
        if (list == null) {
            list = ListState.within(request, List.of("id"), List.of("kind"), List.of("-day", "kind", "version"));
        }
        return list;
    }

    public Page<ExerciseRow> getRows() {
        if (rows == null) {
            rows = playbooks.exercises(page.getRow().id(), kind(), getList().page());
        }
        return rows;
    }

    public List<Choice> getKinds() {
        return say.choices("exercise-kind", Arrays.stream(ExerciseKind.values()));
    }

    /** Answers with the exercises as CSV. */
    public void download() {
        CSV.send(
                "exercises-" + page.getRow().code(),
                after -> playbooks.exercises(
                        page.getRow().id(), kind(), getList().wholeAfter(after)));
    }

    private Optional<ExerciseKind> kind() {
        return getList().choice("kind", ExerciseKind.class);
    }
}
