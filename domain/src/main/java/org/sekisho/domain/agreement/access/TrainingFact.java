package org.sekisho.domain.agreement.access;

import java.time.LocalDate;
import java.util.UUID;

/** A training record that is neither revoked nor superseded. */
public record TrainingFact(UUID person, String training, LocalDate completedOn, LocalDate validUntil) {}
