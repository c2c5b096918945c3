package org.sekisho.web.party;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.MailDomain;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.ejb.party.Designate;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.ejb.party.RegisterOrganisation;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** Everything that is typed about an organisation, one act a page: the address says which. */
@Named
@RequestScoped
public class OrganisationEditPage {

    private static final String NEW = "new";
    private static final String NAME = "name";

    @Inject
    private OrganisationService organisations;

    @Inject
    private OneOrganisationPage organisation;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    @Inject
    private Me me;

    private @Nullable String shortName;
    private @Nullable String nameEn;
    private @Nullable String nameJa;
    private @Nullable String kind;
    private @Nullable String mailDomains;
    private @Nullable String linkKey;
    private @Nullable String document;
    private @Nullable String firstDay;
    private @Nullable String lastDay;
    private @Nullable String reason;

    @PostConstruct
    void read() {
        me.require(
                switch (getAct()) {
                    case "domains", "link-key" -> "organisation:mail-domains";
                    case "rotate-key" -> "organisation:rotate-key";
                    case "designate", "end-designation" -> "organisation:designate";
                    default -> "organisation:edit";
                });
        if (getAct().equals("change")) {
            nameEn = organisation.getRow().name().en();
            nameJa = organisation.getRow().name().ja();
        } else if (getAct().equals("domains")) {
            mailDomains = String.join("\n", organisation.getView().mailDomains());
        }
    }

    /** What the page is for: {@code new}, {@code change}, {@code domains}, {@code designate}, {@code end-designation}, … */
    public String getAct() {
        return request.getParameter("id") == null ? NEW : FormValues.text(request.getParameter("act"));
    }

    public String getTitle() {
        return switch (getAct()) {
            case NEW -> say.text("organisation-edit.new", Map.of());
            case "domains" -> titled("domains-title");
            case "link-key" -> titled("link-key-title");
            case "rotate-key" -> titled("rotate-key-title");
            case "designate" -> titled("designate-title");
            case "end-designation" -> titled("end-designation-title");
            case "close" -> titled("close-title");
            case "reopen" -> titled("reopen-title");
            default -> titled("change");
        };
    }

    private String titled(String key) {
        return say.text("organisation-edit." + key, Map.of(NAME, organisation.getName()));
    }

    /** Where the page leads to, done or not. */
    public String getBack() {
        return getAct().equals(NEW) ? "/organisations" : "/organisation?id=" + organisation.getId();
    }

    /** Registers a new one. */
    public void register() {
        Name name = Name.of(nameEn, nameJa);
        UUID registered = organisations.register(new RegisterOrganisation(
                FormValues.text(shortName),
                name,
                FormValues.requireChoice(kind, OrganisationKind.class, "kind"),
                domains()));
        notices.done("organisation-edit.done-registered", Map.of(NAME, say.name(name)));
        notices.leadTo("/organisation?id=" + registered);
    }

    /** Changes the names. */
    public void rename() {
        organisations.rename(organisation.getId(), Name.of(nameEn, nameJa));
        done("saved");
    }

    /** Replaces the mail domains. */
    public void useMailDomains() {
        organisations.useMailDomains(organisation.getId(), domains());
        done("saved");
    }

    /** Records the key to which links are sealed. */
    public void useLinkKey() {
        organisations.useLinkKey(organisation.getId(), FormValues.text(linkKey));
        done("link-key");
    }

    /** Makes a new version of the key that seals its content. */
    public void rotateKey() {
        organisations.rotateKey(organisation.getId());
        done("rotate-key");
    }

    /** Records a designation. */
    public void designate() {
        organisations.designate(new Designate(
                organisation.getId(),
                FormValues.text(document),
                FormValues.requireDay(firstDay, "firstDay"),
                FormValues.requireDay(lastDay, "lastDay")));
        done("designated");
    }

    /** Ends the designation that the address names. */
    public void endDesignation() {
        organisations.endDesignation(FormValues.requireId(request, "designation"), FormValues.text(reason));
        done("end-designation");
    }

    /** The organisation leaves. */
    public void close() {
        organisations.close(organisation.getId(), FormValues.text(reason));
        done("closed");
    }

    /** The organisation is back. */
    public void reopen() {
        organisations.reopen(organisation.getId(), FormValues.text(reason));
        done("reopened");
    }

    private void done(String what) {
        notices.done("organisation-edit.done-" + what, Map.of());
        notices.leadTo(getBack());
    }

    private Set<MailDomain> domains() {
        return Arrays.stream(FormValues.text(mailDomains).split("[\\s,;]+"))
                .filter(each -> !each.isBlank())
                .map(MailDomain::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** There is one secretariat already. */
    public List<Choice> getKinds() {
        return say.choices(
                "organisation-kind",
                Arrays.stream(OrganisationKind.values()).filter(each -> each != OrganisationKind.SECRETARIAT));
    }

    public @Nullable String getShortName() {
        return shortName;
    }

    public void setShortName(@Nullable String shortName) {
        this.shortName = shortName;
    }

    public @Nullable String getNameEn() {
        return nameEn;
    }

    public void setNameEn(@Nullable String nameEn) {
        this.nameEn = nameEn;
    }

    public @Nullable String getNameJa() {
        return nameJa;
    }

    public void setNameJa(@Nullable String nameJa) {
        this.nameJa = nameJa;
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    public @Nullable String getMailDomains() {
        return mailDomains;
    }

    public void setMailDomains(@Nullable String mailDomains) {
        this.mailDomains = mailDomains;
    }

    public @Nullable String getLinkKey() {
        return linkKey;
    }

    public void setLinkKey(@Nullable String linkKey) {
        this.linkKey = linkKey;
    }

    public @Nullable String getDocument() {
        return document;
    }

    public void setDocument(@Nullable String document) {
        this.document = document;
    }

    public @Nullable String getFirstDay() {
        return firstDay;
    }

    public void setFirstDay(@Nullable String firstDay) {
        this.firstDay = firstDay;
    }

    public @Nullable String getLastDay() {
        return lastDay;
    }

    public void setLastDay(@Nullable String lastDay) {
        this.lastDay = lastDay;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
