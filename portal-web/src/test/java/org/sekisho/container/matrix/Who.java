package org.sekisho.container.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.container.regime.Sessions;
import org.sekisho.domain.party.Permissions;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.domain.party.signin.Tokens;
import org.sekisho.ejb.shared.Caller;
import org.sekisho.ejb.shared.Permission;

/**
 * Somebody, or something, that calls use cases.
 *
 * @param actor with its organisation, as the trail names them
 * @param permissions what it may ask for
 * @param withSecondFactor what it could ask for besides, if it gave the second factor that it owes
 * @param reachesAll whether every organisation's things are in its reach, so that none is another's
 * @param auditor whether its reads are recorded too
 */
record Who(
        String name,
        String actor,
        Optional<byte[]> session,
        Optional<SystemJob> job,
        Set<String> permissions,
        Set<String> withSecondFactor,
        boolean reachesAll,
        boolean auditor) {

    private static final String ANONYMOUS = "anonymous -";

    /** Each role, each role that still owes its second factor, each job, and nobody. */
    static List<Who> everyone(Regime regime) {
        List<Who> everyone = new ArrayList<>();
        for (Role role : Role.values()) {
            Player player = regime.player(role);
            everyone.add(person(role.name(), player, player.token(), Permissions.of(Set.of(role)), Set.of()));
            if (role.needsSecondFactor()) {
                String unproved = Sessions.open(player.id(), player.organisation(), false);
                everyone.add(person(
                        role.name() + " without second factor",
                        player,
                        unproved,
                        Permissions.withoutSecondFactor(),
                        Permissions.of(Set.of(role))));
            }
        }
        for (SystemJob job : SystemJob.values()) {
            everyone.add(new Who(
                    job.actor().name(),
                    job.actor().name() + " -",
                    Optional.empty(),
                    Optional.of(job),
                    job.permissions(),
                    Set.of(),
                    true,
                    false));
        }
        everyone.add(nobody());
        return everyone;
    }

    static Who nobody() {
        return new Who("nobody", ANONYMOUS, Optional.empty(), Optional.empty(), Set.of(), Set.of(), true, false);
    }

    private static Who person(
            String name, Player player, String token, Set<String> permissions, Set<String> withSecondFactor) {
        boolean reachesAll = player.role() == Role.ADMINISTRATOR || player.role() == Role.COORDINATOR;
        return new Who(
                name,
                player.actor() + " " + player.organisation(),
                Optional.of(Tokens.hash(token)),
                Optional.empty(),
                permissions,
                withSecondFactor,
                reachesAll,
                player.role() == Role.AUDITOR);
    }

    boolean isNobody() {
        return session.isEmpty() && job.isEmpty();
    }

    /** Whom an event of this use case names: before sign-in, whoever is signed in acts as somebody who isn't. */
    String actorIn(Permission permission) {
        return permission.beforeSignIn() && job.isEmpty() ? ANONYMOUS : actor;
    }

    /** Whether the permission is held. No job signs in or follows a link. */
    boolean may(Permission permission) {
        return permission.beforeSignIn() ? job.isEmpty() : holds(permissions, permission);
    }

    /** Whether this is a call that only the permission stops: of whom a second factor is missing, those that it would open. */
    boolean mustBeRefused(Permission permission) {
        return job.isEmpty() && !may(permission) && (withSecondFactor.isEmpty() || holds(withSecondFactor, permission));
    }

    private static boolean holds(Set<String> permissions, Permission permission) {
        return permissions.contains(permission.value())
                || permissions.contains(permission.value().replaceFirst(":.*", ":*"));
    }

    /** @param address of its own for each call of nobody: the refusals of one address are limited, and these all count */
    Caller caller(String address) {
        return new Caller(session, job, address, Optional.empty(), Optional.empty());
    }
}
