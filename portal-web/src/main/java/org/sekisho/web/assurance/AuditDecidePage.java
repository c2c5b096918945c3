package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.engagement.EngagementView.Declaration;
import org.sekisho.domain.assurance.engagement.IndependenceVerdict.Side;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.assurance.AuditService;
import org.sekisho.ejb.assurance.DecideIndependence;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** Decides on a declaration of independence, for one's own side; the owner may also record what an authority decided elsewhere. */
@Named
@RequestScoped
public class AuditDecidePage {

    @Inject
    private AuditPage page;

    @Inject
    private DeclarationsTab declarations;

    @Inject
    private AuditService audits;

    @Inject
    private OrganisationService organisations;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private final Map<String, @Nullable String> form = new HashMap<>();

    /** The declaration that the address names. */
    public Declaration getDeclaration() {
        UUID declaration = FormValues.requireId(request, "declaration");
        return page.getView().declarations().stream()
                .filter(each -> each.id().equals(declaration))
                .findFirst()
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** For which sides the person may be offered to decide. */
    public List<Choice> getSides() {
        return declarations.decidable(getDeclaration()).stream()
                .map(side -> new Choice(side.name(), say.text("decide-side." + declarations.nameOf(side), Map.of())))
                .toList();
    }

    /** Whether the person chooses between the own decision and the record of one taken elsewhere. */
    public boolean isSideAsked() {
        return page.isOwner();
    }

    public boolean isRecordPossible() {
        return page.isOwner() && declarations.decidable(getDeclaration()).contains(Side.AUTHORITY);
    }

    public List<Choice> getAuthorities() {
        return organisations.choices().stream()
                .filter(each -> each.kind() == OrganisationKind.AUTHORITY)
                .map(each -> new Choice(each.id().toString(), say.name(each.name())))
                .toList();
    }

    /** What the form holds, by field. */
    public Map<String, @Nullable String> getForm() {
        return form;
    }

    public void submit() {
        String verdict = FormValues.text(form.get("verdict"));
        if (!verdict.equals("accept") && !verdict.equals("refuse")) {
            throw Refusal.of(SharedError.REQUIRED, "field", "verdict");
        }
        audits.decide(new DecideIndependence(
                page.getId(),
                getDeclaration().id(),
                verdict.equals("accept"),
                FormValues.text(form.get("reason")),
                authority(),
                FormValues.text(form.get("reference"))));
        notices.done("audit-decide.done", Map.of());
        notices.leadTo("/audit?tab=declarations&id=" + page.getId());
    }

    private Optional<UUID> authority() {
        if (!isSideAsked()) {
            return Optional.empty();
        }
        Side side = FormValues.requireChoice(form.get("side"), Side.class, "side");
        return side == Side.AUTHORITY
                ? Optional.of(FormValues.requireChosen(form.get("authority"), "authority"))
                : Optional.empty();
    }
}
