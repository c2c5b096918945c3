package org.sekisho.ejb.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.shiro.authz.permission.WildcardPermission;
import org.apache.shiro.mgt.DefaultSecurityManager;
import org.apache.shiro.mgt.DefaultSessionStorageEvaluator;
import org.apache.shiro.mgt.DefaultSubjectDAO;
import org.apache.shiro.subject.ImmutablePrincipalCollection;
import org.apache.shiro.subject.Subject;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.Entrance.Entered;
import org.sekisho.domain.party.Permissions;
import org.sekisho.domain.party.signin.SecondFactor;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.Settings;
import org.sekisho.domain.shared.SharedError;

/**
 * Asks Shiro whether an actor holds a permission. A subject lives for one question: it is built from the roles that the database
 * gave in this very transaction, so a revoked role or session has no effect left anywhere.
 */
@ApplicationScoped
public class Authorisation {

    private static final WildcardPermission LIMITED =
            new WildcardPermission(Permissions.withoutSecondFactor().iterator().next());

    private final DefaultSecurityManager securityManager;

    @Inject
    private Settings settings;

    public Authorisation() {
        DefaultSessionStorageEvaluator nothingKept = new DefaultSessionStorageEvaluator();
        nothingKept.setSessionStorageEnabled(false);
        DefaultSubjectDAO subjects = new DefaultSubjectDAO();
        subjects.setSessionStorageEvaluator(nothingKept);
        securityManager = new DefaultSecurityManager(new RoleRealm());
        securityManager.setSubjectDAO(subjects);
        securityManager.setRememberMeManager(null);
    }

    /** Whether the actor holds the permission. */
    public boolean permits(Actor actor, String permission) {
        Subject subject = new Subject.Builder(securityManager)
                .principals(ImmutablePrincipalCollection.ofSinglePrincipal(actor, RoleRealm.NAME))
                .authenticated(true)
                .sessionCreationEnabled(false)
                .buildSubject();
        return subject.isPermitted(permission);
    }

    /**
     * Refuses with {@link SharedError#NOT_PERMITTED} unless the actor holds the permission, or it is for those not signed in. A
     * session that owes a second factor, or a new password, may only do what settles that.
     */
    void check(Act act, Permission permission) {
        if (permission.beforeSignIn()) {
            return;
        }
        boolean settled = act.session().map(this::isSettled).orElse(true);
        boolean permitted = permits(act.actor(), permission.value())
                && (settled || LIMITED.implies(new WildcardPermission(permission.value())));
        if (!permitted) {
            throw Refusal.of(SharedError.NOT_PERMITTED, "permission", permission.value());
        }
    }

    /** Whether the session may do what its roles allow. */
    public boolean isSettled(Entered session) {
        return !session.mustChangePassword() && secondFactor(session).isSettled();
    }

    /** What the session owes of a second factor. */
    public SecondFactor secondFactor(Entered session) {
        return SecondFactor.of(
                session.actor().roles(), settings.demo(), session.secondFactorEnrolled(), session.secondFactor());
    }
}
