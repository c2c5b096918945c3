package org.sekisho.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.sekisho.ejb.access.EnvironmentService;
import org.sekisho.ejb.access.ProposeAttestation;
import org.sekisho.web.agreement.AgreementPage;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Notices;

/** The page on which an attestation of an environment is proposed. */
@Named
@RequestScoped
public class AttestationPage {

    @Inject
    private AgreementPage page;

    @Inject
    private EnvironmentService environments;

    @Inject
    private Notices notices;

    @Inject
    private HttpServletRequest request;

    private String environment = "";
    private String attestedBy = "";
    private String document = "";
    private String hash = "";
    private String firstDay = "";
    private String validUntil = "";

    public void submit() {
        environments.propose(new ProposeAttestation(
                page.getId(),
                FormValues.requireText(environment, "environment"),
                FormValues.requireChosen(attestedBy, "attestedBy"),
                FormValues.requireText(document, "documentReference"),
                Optional.of(hash.strip()).filter(given -> !given.isEmpty()),
                FormValues.requireDay(firstDay, "firstDay"),
                FormValues.requireDay(validUntil, "validUntil")));
        notices.done("environments.done", Map.of());
        notices.leadTo("/agreement?id=" + page.getId() + "&tab=environments");
    }

    /** The environment that the address names, until another is chosen. */
    public String getEnvironment() {
        return environment.isEmpty() ? FormValues.text(request.getParameter("environment")) : environment;
    }

    public void setEnvironment(String environment) {
        this.environment = FormValues.text(environment);
    }

    public String getAttestedBy() {
        return attestedBy;
    }

    public void setAttestedBy(String attestedBy) {
        this.attestedBy = FormValues.text(attestedBy);
    }

    public String getDocument() {
        return document;
    }

    public void setDocument(String document) {
        this.document = FormValues.text(document);
    }

    public String getHash() {
        return hash;
    }

    public void setHash(String hash) {
        this.hash = FormValues.text(hash);
    }

    public String getFirstDay() {
        return firstDay;
    }

    public void setFirstDay(String firstDay) {
        this.firstDay = FormValues.text(firstDay);
    }

    public String getValidUntil() {
        return validUntil;
    }

    public void setValidUntil(String validUntil) {
        this.validUntil = FormValues.text(validUntil);
    }
}
