package org.sekisho.ejb.shared;

import java.util.HashSet;
import java.util.Set;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.UnknownAccountException;
import org.apache.shiro.authz.AuthorizationInfo;
import org.apache.shiro.authz.SimpleAuthorizationInfo;
import org.apache.shiro.realm.AuthorizingRealm;
import org.apache.shiro.subject.PrincipalCollection;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.Permissions;
import org.sekisho.domain.party.SystemJob;

/** Turns the roles of an actor into the permissions of the one table of the domain. Nothing is cached: roles end at once. */
final class RoleRealm extends AuthorizingRealm {

    static final String NAME = "sekisho";

    RoleRealm() {
        setName(NAME);
        setCachingEnabled(false);
        setAuthorizationCachingEnabled(false);
    }

    @Override
    protected AuthorizationInfo doGetAuthorizationInfo(PrincipalCollection principals) {
        Actor actor = principals.oneByType(Actor.class);
        Set<String> permissions = new HashSet<>();
        if (actor.isSystem()) {
            for (SystemJob job : SystemJob.values()) {
                if (job.actor().name().equals(actor.name())) {
                    permissions.addAll(job.permissions());
                }
            }
        } else if (actor.person().isPresent()) {
            permissions.addAll(Permissions.of(actor.roles()));
        }
        SimpleAuthorizationInfo info = new SimpleAuthorizationInfo();
        info.setStringPermissions(permissions);
        return info;
    }

    /** Signing in is a use case that checks the credentials itself; no token of Shiro's is ever accepted here. */
    @Override
    protected AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) {
        throw new UnknownAccountException();
    }

    @Override
    public boolean supports(AuthenticationToken token) {
        return false;
    }
}
