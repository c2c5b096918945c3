package org.sekisho.domain.report.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.access.PersonFacts;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Audience;

/** Imports that wait for somebody to go on with them. */
public interface WaitingIntakes {

    /** In which roles files of reports are imported. */
    Set<Role> IMPORTERS = Set.of(Role.ANALYST, Role.SECURITY_REVIEWER, Role.CISO);

    /**
     * Imports that broke off, the longest silent first.
     *
     * @param organisation only those of this one; empty for all
     */
    List<BrokenIntake> brokenOff(Optional<UUID> organisation, int most, Instant now);

    /**
     * An import that broke off.
     *
     * @param attempt how often its reading was begun
     * @param operator who imported it, or took it over last
     */
    record BrokenIntake(
            UUID id,
            int attempt,
            UUID organisation,
            UUID operator,
            UUID agreement,
            String agreementNumber,
            SourceFormat format) {

        /** The attempt that broke off, and no other: of the next one people are told anew. */
        public UUID attemptId() {
            return UUID.nameUUIDFromBytes((id + " " + attempt).getBytes(StandardCharsets.UTF_8));
        }

        /**
         * Whom it waits for: its operator, and where that person can't go on with it any more, everybody who can. Where nobody can, those
         * whose work it would be, so that access is granted to one of them.
         *
         * @param permitted who may import under its agreement now
         */
        public Audience audience(Collection<PersonFacts> permitted) {
            Audience all = Audience.holding(IMPORTERS).at(organisation);
            Set<UUID> able = permitted.stream()
                    .filter(person ->
                            !Collections.disjoint(person.roles().getOrDefault(organisation, Set.of()), IMPORTERS))
                    .map(PersonFacts::id)
                    .collect(Collectors.toUnmodifiableSet());
            if (able.contains(operator)) {
                return all.only(operator);
            }
            return able.isEmpty() ? all : all.only(able);
        }
    }
}
