package org.sekisho.domain.playbook;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/** Playbooks as pages, lists and packs read them. */
public interface PlaybookDirectory {

    /** Sorted by {@code title} in the reader's language (the list's own order), {@code organisation}, {@code lastExercisedOn} or {@code state}. */
    Page<PlaybookRow> list(PlaybookFilter filter, PageRequest page);

    Optional<PlaybookRow> find(UUID id);

    /** Exercises of every version of the playbook, the newest first; sorted by {@code day}, {@code kind} or {@code version}. */
    Page<ExerciseRow> exercises(UUID organisation, String code, Optional<ExerciseKind> kind, PageRequest page);
}
