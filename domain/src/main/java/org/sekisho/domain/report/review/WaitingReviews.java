package org.sekisho.domain.report.review;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Audience;
import org.sekisho.domain.shared.QueueSource.Waiting;

/** Stages of reviews that wait for somebody. */
public interface WaitingReviews {

    /**
     * Stages of a side that decide now, oldest clock first.
     *
     * @param who leaves out what the organisation's people don't decide, and what this person wrote or decided; empty for everyone
     */
    List<WaitingStage> deciding(Side side, Optional<Waiting> who, int most, Instant now);

    /**
     * Stages of a side whose clock has run out, oldest first.
     *
     * @param who leaves out what isn't the organisation's; empty for everyone
     */
    List<WaitingStage> late(Side side, Optional<Waiting> who, int most, Instant now);

    /**
     * Where a report stands that waits.
     *
     * @param reference the number as people say it
     * @param agreement the number of its agreement
     * @param institution that owns it
     */
    record Place(UUID report, String reference, String agreement, UUID institution) {}

    /**
     * A stage that decides now.
     *
     * @param free whether somebody still has to take a place, or may take over that of somebody who is away
     * @param organisations of its side
     * @param able who holds the rank that it asks for; empty where it asks for none
     * @param holders who holds its places
     * @param except who wrote the report, has decided, or is tied to its owner
     */
    record WaitingStage(
            UUID id,
            Place place,
            Side side,
            Instant due,
            boolean free,
            Set<UUID> organisations,
            Optional<Set<UUID>> able,
            Set<UUID> holders,
            Set<UUID> except) {

        public WaitingStage {
            organisations = Set.copyOf(organisations);
            able = able.map(Set::copyOf);
            holders = Set.copyOf(holders);
            except = Set.copyOf(except);
        }

        /** Who decides: everybody who could while a place is free, else who holds one; empty where there is nobody. */
        public Optional<Audience> deciders() {
            Audience of = at(roles(side));
            Optional<Audience> asked =
                    free ? able.map(of::only).or(() -> Optional.of(of)) : Optional.of(of.only(holders));
            boolean nobody =
                    organisations.isEmpty() || free && able.filter(Set::isEmpty).isPresent();
            return asked.filter(any -> !nobody);
        }

        /**
         * The duty officers of the side that is late: of each organisation those who are on duty, and all where nobody is on its roster.
         *
         * @param onDuty by organisation
         */
        public List<Audience> dutyOfficers(Map<UUID, Set<UUID>> onDuty) {
            Audience all = at(Set.of(Role.DUTY_OFFICER));
            return organisations.stream()
                    .map(each -> onDuty.containsKey(each) ? all.at(each).only(onDuty.get(each)) : all.at(each))
                    .toList();
        }

        private Audience at(Set<Role> roles) {
            Set<String> names = new TreeSet<>();
            roles.forEach(role -> names.add(role.name()));
            return new Audience(names, organisations, Set.of(), except);
        }

        /** In which roles a side decides. */
        public static Set<Role> roles(Side side) {
            return switch (side) {
                case INSTITUTION_SECURITY -> EnumSet.of(Role.SECURITY_REVIEWER, Role.CISO);
                case AUTHORITY -> EnumSet.of(Role.AUTHORITY_REVIEWER);
                case PROVIDER -> EnumSet.of(Role.SIGNATORY);
            };
        }
    }
}
