package org.sekisho.web.report.release;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.embargo.Consent;
import org.sekisho.domain.report.embargo.EmbargoParties;
import org.sekisho.domain.report.embargo.EmbargoState;
import org.sekisho.domain.report.embargo.EmbargoView;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.ejb.report.embargo.EmbargoService;
import org.sekisho.ejb.report.embargo.ProposeEmbargo;
import org.sekisho.web.report.ReportPage;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** Embargoes: of a report, of one's organisation, and one of them with what the person may do. */
@Named
@RequestScoped
public class EmbargoPage {

    private static final List<String> ACTS = List.of("propose", "extend", "end", "breach");

    @Inject
    private EmbargoService embargoes;

    @Inject
    private OrganisationService organisations;

    @Inject
    private ReportPage report;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private @Nullable EmbargoView view;
    private @Nullable List<EmbargoView> ofReport;
    private final EmbargoFields fields = new EmbargoFields();
    private String readEnd = "";

    private UUID getId() {
        return FormValues.requireId(request, "id");
    }

    public EmbargoView getView() {
        if (view == null) {
            view = embargoes.one(getId());
        }
        return view;
    }

    /** Those of the report that the address names. */
    public List<EmbargoView> getOfReport() {
        if (ofReport == null) {
            ofReport = me.can("embargo:read") ? embargoes.ofReport(getId()) : List.of();
        }
        return ofReport;
    }

    /** Those that the person's organisation was asked to keep. */
    public List<EmbargoView> getAsked() {
        return me.can("embargo:read") ? embargoes.asked() : List.of();
    }

    public boolean isInEffect() {
        return getView().state() == EmbargoState.IN_EFFECT;
    }

    public boolean isOwner() {
        return me.can("embargo:propose")
                && getView().organisation().equals(me.getAccount().organisation());
    }

    public boolean isAnswerAsked() {
        return isInEffect() && me.can("embargo:answer") && getView().own().isPresent();
    }

    /** Whether the person may propose one for a report of this organisation, where none is in effect. */
    public boolean isProposalOffered(UUID owner) {
        return me.can("embargo:propose")
                && owner.equals(me.getAccount().organisation())
                && getOfReport().stream().noneMatch(each -> each.state() == EmbargoState.IN_EFFECT);
    }

    public String tone(EmbargoState state) {
        return switch (state) {
            case IN_EFFECT -> "chip-info";
            case ENDED -> "";
            case BROKEN -> "chip-bad";
        };
    }

    public String consentTone(Consent consent) {
        return switch (consent) {
            case PROPOSED -> "chip-info";
            case ACCEPTED -> "chip-good";
            case DECLINED -> "chip-bad";
            case NO_ANSWER -> "chip-high";
        };
    }

    /** Which act the address names. */
    public String getAct() {
        String act = FormValues.text(request.getParameter("act"));
        if (!ACTS.contains(act)) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
        return act;
    }

    /** Which report the embargo is about, as far as the person knows it. */
    public String getAbout() {
        return getAct().equals("propose")
                ? report.getName()
                : getView()
                        .reference()
                        .orElseGet(() -> say.with(
                                "embargo.whose", "owner", say.name(getView().organisationName())));
    }

    /** The other organisations that can take part, to be asked. */
    public List<Choice> getOrganisations() {
        return organisations.choices().stream()
                .filter(each -> EmbargoParties.mayKeep(each.kind()))
                .filter(each -> !each.id().equals(me.getAccount().organisation()))
                .map(each -> new Choice(each.id().toString(), say.name(each.name())))
                .toList();
    }

    public void accept() {
        answer(true);
    }

    public void decline() {
        answer(false);
    }

    private void answer(boolean accepts) {
        embargoes.answer(getId(), accepts, Instant.parse(readEnd));
        done(accepts ? "accepted" : "declined", getId());
    }

    /** The act that the address names. */
    public void take() {
        switch (getAct()) {
            case "propose" -> propose();
            case "extend" -> embargoes.extend(getId(), fields.end(getView().zone()), fields.answerBy());
            case "end" -> embargoes.end(getId(), fields.getReason());
            default -> embargoes.reportBreach(getId(), fields.getReason());
        }
        if (!getAct().equals("propose")) {
            done(getAct(), getId());
        }
    }

    private void propose() {
        UUID made = embargoes.propose(
                new ProposeEmbargo(getId(), fields.end(), fields.zone(), fields.organisations(), fields.answerBy()));
        done("propose", made);
    }

    private void done(String what, UUID embargo) {
        notices.done("embargo.done." + what, Map.of());
        notices.leadTo("/embargo?id=" + embargo);
    }

    public EmbargoFields getFields() {
        return fields;
    }

    public String getReadEnd() {
        return Optional.of(getView().until()).map(Instant::toString).orElse("");
    }

    public void setReadEnd(String readEnd) {
        this.readEnd = FormValues.text(readEnd);
    }
}
