package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.ClauseError;
import org.sekisho.domain.agreement.clause.NetworkRange;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.engagement.Conclusion;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.assurance.AuditService;
import org.sekisho.ejb.assurance.CertificateService;
import org.sekisho.ejb.assurance.PackService;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** The page on which an act on an audit is confirmed: what it means, what has to be given, and the button. */
@Named
@RequestScoped
public class AuditActPage {

    private static final List<String> ACTS = List.of(
            "appoint",
            "assign",
            "release",
            "approve-networks",
            "begin",
            "report",
            "close",
            "retry",
            "withdraw-certificate");
    private static final String NETWORKS = "networks";
    private static final List<String> HURTING = List.of("release", "withdraw-certificate");
    private static final List<String> ON_PACKS = List.of("retry", "withdraw-certificate");
    private static final List<String> ON_TEAM = List.of("appoint", "assign", "release", "approve-networks");

    @Inject
    private AuditPage page;

    @Inject
    private AuditService audits;

    @Inject
    private PackService packs;

    @Inject
    private CertificateService certificates;

    @Inject
    private OrganisationService organisations;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private final Map<String, @Nullable String> form = new HashMap<>();

    /** Which act the address names. */
    public String getAct() {
        String given = request.getParameter("act");
        if (given == null || !ACTS.contains(given)) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
        return given;
    }

    public boolean isHurting() {
        return HURTING.contains(getAct());
    }

    /** Where the page goes back to. */
    public String getBack() {
        String tab = ON_PACKS.contains(getAct()) ? "packs" : ON_TEAM.contains(getAct()) ? "team" : page.getTab();
        return "/audit?tab=" + tab + "&id=" + page.getId();
    }

    /** What the form holds, by field. */
    public Map<String, @Nullable String> getForm() {
        return form;
    }

    /** The networks as they are approved now, one to a line, until something else was typed. */
    public @Nullable String getNetworks() {
        return form.computeIfAbsent(NETWORKS, field -> page.getView().networks().stream()
                .map(NetworkRange::cidr)
                .collect(Collectors.joining("\n")));
    }

    public void setNetworks(@Nullable String typed) {
        form.put(NETWORKS, typed);
    }

    public List<Choice> getFirms() {
        return organisations.choices().stream()
                .filter(each -> each.kind() == OrganisationKind.AUDIT_FIRM)
                .map(each -> new Choice(each.id().toString(), say.name(each.name())))
                .toList();
    }

    public List<Choice> getCandidates() {
        return audits.candidates(page.getId()).stream()
                .map(each -> new Choice(each.person().toString(), each.name() + " · " + each.email()))
                .toList();
    }

    /** The name of the member that is to be taken off the team. */
    public String getMember() {
        UUID person = FormValues.requireId(request, "person");
        return page.getView().team().stream()
                .filter(member -> member.person().equals(person))
                .findFirst()
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND))
                .name()
                .orElseGet(() -> say.text("audit.erased", Map.of()));
    }

    /** Conclusions that fit the level of assurance. */
    public List<Choice> getConclusions() {
        return say.choices(
                "conclusion",
                Arrays.stream(Conclusion.values())
                        .filter(each -> each.fits(page.getRow().level())));
    }

    /** Does it, and leads back to the audit. */
    public void submit() {
        UUID id = page.getId();
        switch (getAct()) {
            case "appoint" -> audits.appoint(id, FormValues.requireChosen(form.get("firm"), "firm"));
            case "assign" -> audits.assign(id, FormValues.requireChosen(form.get("person"), "person"));
            case "release" -> audits.release(id, FormValues.requireId(request, "person"));
            case "approve-networks" -> approveNetworks(id);
            case "begin" -> audits.beginFieldwork(id);
            case "report" -> audits.beginReporting(id);
            case "retry" -> packs.retry(FormValues.requireId(request, "pack"));
            case "withdraw-certificate" -> certificates.withdrawCertificate(id);
            case "close" -> audits.close(
                    id, FormValues.requireChoice(form.get("conclusion"), Conclusion.class, "conclusion"));
            default -> throw new Refusal(SharedError.NOT_FOUND);
        }
        notices.done("audit-act.done." + getAct(), Map.of());
        notices.leadTo(getBack());
    }

    /** What is wrong with a network is said at the field, as which the domain doesn't know it. */
    private void approveNetworks(UUID id) {
        try {
            audits.approveNetworks(id, lines(form.get(NETWORKS)));
        } catch (Refusal refusal) {
            if (!(refusal.code() instanceof ClauseError) && refusal.code() != AssuranceError.NETWORKS_TOO_MANY) {
                throw refusal;
            }
            Map<String, Object> parameters = new HashMap<>(refusal.parameters());
            parameters.putIfAbsent("field", NETWORKS);
            throw new Refusal(refusal.code(), parameters);
        }
    }

    private static List<String> lines(@Nullable String typed) {
        return typed == null
                ? List.of()
                : typed.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }
}
