package org.sekisho.web.assurance.control;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.control.CatalogueState;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.assurance.control.CatalogueView;
import org.sekisho.ejb.assurance.control.ControlService;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;

/** What can be done with a version of the catalogue, each act on a page of its own that says what it means. */
@Named
@RequestScoped
public class CatalogueActPage {

    @Inject
    private ControlService controls;

    @Inject
    private CataloguePage page;

    @Inject
    private Notices notices;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private @Nullable String reason;

    private CatalogueView catalogue() {
        return page.getCatalogue();
    }

    public boolean isDraft() {
        return catalogue().state() == CatalogueState.DRAFT;
    }

    public boolean isOwnDraft() {
        return catalogue().draftedBy().equals(Optional.of(me.getAccount().person()));
    }

    public boolean isPublicationOffered() {
        return isDraft() && me.can("control:publish") && !isOwnDraft();
    }

    public boolean isGivingUpOffered() {
        return isDraft() && me.can("control:edit");
    }

    public boolean isWithdrawalOffered() {
        return catalogue().state() == CatalogueState.PUBLISHED && !catalogue().delivered() && me.can("control:publish");
    }

    /** The act that the address names. */
    public String getAct() {
        String given = FormValues.text(request.getParameter("act"));
        return given.equals("withdraw") || given.equals("give-up") ? given : "publish";
    }

    public void publish() {
        String read = FormValues.text(request.getParameter("read"));
        if (!read.matches("[0-9]{1,9}")) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
        controls.publish(catalogue().version(), Integer.parseInt(read));
        notices.done("controls.published", Map.of());
        notices.leadTo(page.getAddress());
    }

    public void withdraw() {
        controls.withdraw(catalogue().version(), FormValues.text(reason));
        notices.done("controls.withdrawn", Map.of());
        notices.leadTo(page.getAddress());
    }

    public void giveUp() {
        controls.giveUp(catalogue().version());
        notices.done("controls.given-up", Map.of());
        notices.leadTo("/controls");
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
