package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.engagement.DeclaredThreat;
import org.sekisho.domain.assurance.engagement.EngagementView.Member;
import org.sekisho.domain.assurance.engagement.Threat;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.assurance.AuditService;
import org.sekisho.ejb.assurance.DeclareIndependence;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** Declares independence: that no threat is known, or which there are and what is done against each. */
@Named
@RequestScoped
public class AuditDeclarePage {

    private static final String FIRM = "firm";
    private static final String NONE = "none";
    private static final String SOME = "threats";

    @Inject
    private AuditPage page;

    @Inject
    private AuditService audits;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private final Map<String, @Nullable String> form = new HashMap<>();

    /** Whether it is the firm's own declaration, beside those of its auditors. */
    public boolean isOfFirm() {
        return FIRM.equals(request.getParameter("of"));
    }

    /** Whose declaration it is, by name. */
    public String getWhose() {
        return isOfFirm()
                ? page.getRow().firm().orElseThrow(() -> new Refusal(SharedError.NOT_FOUND))
                : getMember().name().orElse(say.text("audit.erased", Map.of()));
    }

    /** Whose declaration it is: the one that the address names, else the person's own. */
    public Member getMember() {
        UUID person = FormValues.id(request.getParameter("person"))
                .orElse(me.getAccount().person());
        return page.getView().team().stream()
                .filter(member ->
                        member.releasedAt().isEmpty() && member.person().equals(person))
                .findFirst()
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** What the page says about it: who speaks, and for whom. */
    public String getAbout() {
        if (isOfFirm()) {
            return say.text(page.isOwner() ? "audit-declare.about-firm-other" : "audit-declare.about-firm", Map.of());
        }
        boolean own = getMember().person().equals(me.getAccount().person());
        return say.text(own ? "audit-declare.about" : "audit-declare.about-other", Map.of());
    }

    public List<Threat> getThreats() {
        return Arrays.asList(Threat.values());
    }

    /** What the form holds, by field. */
    public Map<String, @Nullable String> getForm() {
        return form;
    }

    public void submit() {
        String known = FormValues.text(form.get("known"));
        List<DeclaredThreat> threats = getThreats().stream()
                .flatMap(threat -> declared(threat).stream())
                .toList();
        if (!known.equals(NONE) && !known.equals(SOME)) {
            throw Refusal.of(SharedError.REQUIRED, "field", "known");
        }
        if (known.equals(SOME) == threats.isEmpty()) {
            notices.wrong("known", known.equals(SOME) ? "audit-declare.none-filled" : "audit-declare.some-filled");
            return;
        }
        audits.declare(new DeclareIndependence(
                page.getId(),
                isOfFirm() ? Optional.empty() : Optional.of(getMember().person()),
                threats));
        notices.done("audit-declare.done", Map.of());
        notices.leadTo("/audit?tab=declarations&id=" + page.getId());
    }

    /** A threat of which something is written; the other half must then be there too. */
    private Optional<DeclaredThreat> declared(Threat threat) {
        String circumstances = FormValues.text(form.get("circumstances-" + threat));
        String safeguard = FormValues.text(form.get("safeguard-" + threat));
        if (circumstances.isBlank() && safeguard.isBlank()) {
            return Optional.empty();
        }
        requireText(circumstances, "circumstances-" + threat);
        requireText(safeguard, "safeguard-" + threat);
        return Optional.of(new DeclaredThreat(threat, circumstances, safeguard));
    }

    private static void requireText(String text, String field) {
        if (text.isBlank()) {
            throw Refusal.of(SharedError.REQUIRED, "field", field);
        }
    }
}
