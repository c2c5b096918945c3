package org.sekisho.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.grant.GrantView;
import org.sekisho.ejb.access.GrantService;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Say;

/** One grant with its history, which never disappears. */
@Named
@RequestScoped
public class GrantPage {

    @Inject
    private GrantService grants;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private @Nullable GrantView view;

    public GrantView getView() {
        if (view == null) {
            view = grants.grant(FormValues.requireId(request, "grant"));
        }
        return view;
    }

    /** Who took a step: the person where the reader may see them; a job of the portal; somebody else. */
    public String who(GrantView.Step step) {
        boolean job = step.person().isEmpty();
        return step.personName().orElseGet(() -> say.text(job ? "grants.by-portal" : "grants.by-other", Map.of()));
    }
}
