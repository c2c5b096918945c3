package org.sekisho.domain.playbook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.sekisho.domain.shared.Ids;

/** That a version of a playbook was exercised on a day. Exercises are added and never changed or taken away. */
@Entity
@Table(name = "playbook_exercise")
public class PlaybookExercise {

    @Id
    @Column(name = "id")
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "playbook_id", nullable = false, updatable = false)
    private Playbook playbook;

    @Column(name = "exercised_on", nullable = false, updatable = false)
    private LocalDate day;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, updatable = false)
    private ExerciseKind kind;

    @Column(name = "evidence_reference", nullable = false, updatable = false)
    private String evidence;

    @Column(name = "recorded_by_person_id", nullable = false, updatable = false)
    private UUID recordedBy;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant recordedAt;

    @SuppressWarnings("NullAway")
    protected PlaybookExercise() {}

    PlaybookExercise(
            Playbook playbook, LocalDate day, ExerciseKind kind, String evidence, UUID recordedBy, Instant recordedAt) {
        this.id = Ids.next();
        this.playbook = playbook;
        this.day = day;
        this.kind = kind;
        this.evidence = evidence;
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
    }

    public UUID id() {
        return id;
    }

    public Playbook playbook() {
        return playbook;
    }

    /** The day in Tokyo. */
    public LocalDate day() {
        return day;
    }

    public ExerciseKind kind() {
        return kind;
    }

    /** Where the report of the exercise is found. */
    public String evidence() {
        return evidence;
    }

    public UUID recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }
}
