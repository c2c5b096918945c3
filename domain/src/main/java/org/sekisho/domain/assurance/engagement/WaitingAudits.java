package org.sekisho.domain.assurance.engagement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.access.PersonFacts;
import org.sekisho.domain.party.Permissions;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Audience;
import org.sekisho.domain.shared.QueueSource.Waiting;

/** What of audits waits for somebody, as far as whoever asks may see it. */
public interface WaitingAudits {

    /**
     * What waits, the earliest due first.
     *
     * @param who only what waits for this person; empty for everyone
     */
    List<Item> waiting(Kind kind, Optional<Waiting> who, LocalDate today, int most);

    /** What is to be done. */
    enum Kind {
        /** A request waits for the answer of the organisation that was asked. */
        ANSWER(uploadersWhoReadAudits()),
        /** The same, and nobody there may answer: access is to be arranged for somebody. */
        LET_ANSWER(Set.of(Role.COORDINATOR, Role.ORGANISATION_ADMINISTRATOR)),
        /** An answer waits for the team. */
        JUDGE(Set.of(Role.AUDITOR)),
        /** An auditor of the team hasn't declared independence, or what was declared doesn't count any more. */
        DECLARE(Set.of(Role.AUDITOR)),
        /** The firm hasn't declared its own independence, or what was declared doesn't count any more. */
        DECLARE_FIRM(Set.of(Role.AUDITOR)),
        /** What an auditor of the team declared runs out soon. */
        RENEW(Set.of(Role.AUDITOR)),
        /** What the firm declared for itself runs out soon. */
        RENEW_FIRM(Set.of(Role.AUDITOR)),
        /** A declaration waits for the owner's side. */
        DECIDE(ofOwner()),
        /** A declaration waits for the authority's side. */
        DECIDE_AS_AUTHORITY(Set.of(Role.AUTHORITY_REVIEWER)),
        /** A declaration waits for the authority's side, and no authority is there that may decide. */
        DESIGNATE(Set.of(Role.COORDINATOR)),
        /** The period begins soon, or has begun, and there is no firm, or nobody on the team. */
        STAFF(ofOwner()),
        /** The period begins soon, and with it the fieldwork may: the firm and everybody on the team are accepted as independent. */
        PREPARE(Set.of(Role.AUDITOR)),
        /** The period has begun, and the firm and everybody on the team are accepted as independent. */
        BEGIN(ofOwner()),
        /** The fieldwork or the report is under way. */
        REPORT(Set.of(Role.AUDITOR)),
        /** The facts of a finding wait for the audited organisation's check. */
        CHECK_FACTS(ofAudited()),
        /** A finding is contested, or nobody checked its facts in time: the auditors have the next word. */
        SETTLE(Set.of(Role.AUDITOR)),
        /** A finding waits for management's response. */
        RESPOND(ofAudited()),
        /** Management responded, and no corrective action is planned. */
        PLAN_ACTION(ofAudited()),
        /** A corrective action is to be done. */
        DO_ACTION(ofAudited()),
        /** A corrective action didn't help, and nothing replaces it. */
        REPLACE_ACTION(ofAudited()),
        /** A corrective action was reported; an auditor of this audit or of a later one looks whether it helped. */
        FOLLOW_UP(Set.of(Role.AUDITOR)),
        /** The same once the audit is closed, for those who commissioned it. */
        FOLLOW_UP_CLOSED(ofOwner()),
        /** A pack is ready, and who requested it hasn't downloaded it. */
        DOWNLOAD(Set.of(Role.AUDITOR)),
        /** A pack failed. */
        RETRY(Set.of(Role.AUDITOR));

        private final Set<Role> roles;

        /** Others may upload too, but couldn't open the request that they would answer. */
        private static Set<Role> uploadersWhoReadAudits() {
            Set<Role> uploaders = EnumSet.noneOf(Role.class);
            uploaders.addAll(Permissions.table().getOrDefault("evidence:upload", Set.of()));
            uploaders.retainAll(Permissions.table().getOrDefault("audit:read", Set.of()));
            return uploaders;
        }

        private static Set<Role> ofOwner() {
            return Permissions.table().getOrDefault("audit:plan", Set.of());
        }

        private static Set<Role> ofAudited() {
            return Permissions.table().getOrDefault("finding:answer", Set.of());
        }

        Kind(Set<Role> roles) {
            this.roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
        }

        /** Who does it: one of these roles. */
        public Set<Role> roles() {
            return roles;
        }

        /** Whether it is about a pack, which waits for nobody's clock. */
        public boolean isOfPack() {
            return this == DOWNLOAD || this == RETRY;
        }
    }

    /**
     * One thing that waits.
     *
     * @param id what waits: a request, a declaration, an audit, a finding, a corrective action, a pack
     * @param number of the audit, after that of its agreement
     * @param organisation the audited organisation, in the reader's language
     * @param request the number of the request, finding or corrective action; empty for what is none of these
     * @param due the day of what is to be answered, responded to, done, renewed or begun, else the day on which the report is due
     * @param acting the organisation for which it is done
     * @param person who does it, where only one person can
     * @param involved who took part already, and don't do this too
     * @param agreement whose grants say who may answer; empty where an organisation is audited on its own account
     */
    record Item(
            UUID id,
            UUID engagement,
            String number,
            String organisation,
            Optional<Integer> request,
            LocalDate due,
            UUID acting,
            Optional<UUID> person,
            Set<UUID> involved,
            Optional<UUID> agreement) {

        public Item {
            involved = Set.copyOf(involved);
        }

        /** For whom it waits. */
        public Audience audience(Kind kind) {
            Audience all = Audience.holding(kind.roles()).at(acting);
            return person.map(all::only).orElse(all).except(involved);
        }

        /**
         * For whom a request waits: under an agreement for those of the organisation who may answer it, and where there are none, for those who
         * look after its people.
         *
         * @param kind {@link Kind#ANSWER} or {@link Kind#LET_ANSWER}
         * @param permitted who may answer under the agreement now
         * @return empty where it is the other one that waits
         */
        public Optional<Audience> audience(Kind kind, Collection<PersonFacts> permitted) {
            Set<UUID> able = permitted.stream()
                    .filter(each ->
                            !Collections.disjoint(each.roles().getOrDefault(acting, Set.of()), Kind.ANSWER.roles()))
                    .map(PersonFacts::id)
                    .collect(Collectors.toUnmodifiableSet());
            boolean answered = agreement.isEmpty() || !able.isEmpty();
            if (answered != (kind == Kind.ANSWER)) {
                return Optional.empty();
            }
            return Optional.of(able.isEmpty() ? audience(kind) : audience(kind).only(able));
        }
    }
}
