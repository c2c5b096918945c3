package org.sekisho.web.party;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.role.AssignmentState;
import org.sekisho.domain.party.role.RoleDirectory.RoleRow;
import org.sekisho.ejb.party.RoleService;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** One role that was asked for: the facts, and what the reader may decide. */
@Named
@RequestScoped
public class RolePage {

    @Inject
    private RoleService roles;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Notices notices;

    @Inject
    private Me me;

    @Inject
    private Say say;

    private @Nullable RoleRow role;
    private @Nullable String reason;

    public RoleRow getRole() {
        if (role == null) {
            role = roles.one(id());
        }
        return role;
    }

    public String getTitle() {
        return say.text(
                "role-page.title",
                Map.of(
                        "role",
                        say.of("role", getRole().role()),
                        "name",
                        say.name(getRole().name())));
    }

    /** A second person agrees. */
    public void approve() {
        String path = after();
        roles.approve(id());
        done("approve", path);
    }

    /** An administrator there lets it take effect. */
    public void confirm() {
        String path = after();
        roles.confirm(id());
        done("confirm", path);
    }

    /** Says no, with a reason. */
    public void decline() {
        String path = after();
        roles.decline(id(), FormValues.text(reason));
        done("decline", path);
    }

    /** Takes one's own request back. */
    public void withdraw() {
        String path = after();
        roles.withdraw(id(), FormValues.text(reason));
        done("withdraw", path);
    }

    /** Ends the role. */
    public void end() {
        String path = after();
        roles.end(id(), FormValues.text(reason));
        done("end", path);
    }

    public boolean isRequestedByMe() {
        return getRole().requestedBy().filter(me.getAccount().person()::equals).isPresent();
    }

    public boolean isMine() {
        return getRole().person().equals(me.getAccount().person());
    }

    public boolean isApprovable() {
        return getRole().state() == AssignmentState.REQUESTED
                && !isRequestedByMe()
                && !isMine()
                && me.can("role:approve");
    }

    public boolean isConfirmable() {
        return getRole().state() == AssignmentState.APPROVED
                && !isMine()
                && me.can("role:confirm")
                && getRole().organisation().equals(me.getAccount().organisation());
    }

    public boolean isDeclinable() {
        return isApprovable() || isConfirmable();
    }

    public boolean isWithdrawable() {
        return getRole().state().isOpen()
                && getRole().state() != AssignmentState.IN_EFFECT
                && isRequestedByMe()
                && me.can("role:request");
    }

    public boolean isEndable() {
        return getRole().state() == AssignmentState.IN_EFFECT && me.can("role:end");
    }

    private UUID id() {
        return FormValues.requireId(request, "id");
    }

    /** Whoever decides for another organisation sees its people only while they ask; then the list of what waits follows. */
    private String after() {
        boolean seenLater = me.can("person:list")
                || getRole().organisation().equals(me.getAccount().organisation());
        return seenLater ? "/role?id=" + id() : "/roles?state=" + AssignmentState.REQUESTED;
    }

    private void done(String act, String path) {
        notices.done("role-page.done-" + act, Map.of());
        notices.leadTo(path);
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
