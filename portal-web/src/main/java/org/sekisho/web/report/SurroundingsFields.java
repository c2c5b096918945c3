package org.sekisho.web.report;

import java.util.Optional;
import org.sekisho.domain.report.decision.Assessment;
import org.sekisho.domain.report.decision.Exposure;
import org.sekisho.domain.report.decision.InstitutionsAffected;
import org.sekisho.domain.report.decision.ServiceImportance;
import org.sekisho.web.shared.FormValues;

/** What people say of a report's surroundings, as the fields of a form; empty is not known. */
public class SurroundingsFields {

    private String exposure = "";
    private String service = "";
    private String institutions = "";

    SurroundingsFields() {}

    SurroundingsFields(Assessment said) {
        exposure = said.exposure().map(Enum::name).orElse("");
        service = said.service().map(Enum::name).orElse("");
        institutions = said.institutions().map(Enum::name).orElse("");
    }

    Assessment said() {
        return new Assessment(
                choice(exposure, Exposure.class, "exposure"),
                choice(service, ServiceImportance.class, "service"),
                choice(institutions, InstitutionsAffected.class, "institutions"));
    }

    private static <E extends Enum<E>> Optional<E> choice(String given, Class<E> kind, String field) {
        return given.isEmpty() ? Optional.empty() : Optional.of(FormValues.requireChoice(given, kind, field));
    }

    public String getExposure() {
        return exposure;
    }

    public void setExposure(String exposure) {
        this.exposure = FormValues.text(exposure);
    }

    public String getService() {
        return service;
    }

    public void setService(String service) {
        this.service = FormValues.text(service);
    }

    public String getInstitutions() {
        return institutions;
    }

    public void setInstitutions(String institutions) {
        this.institutions = FormValues.text(institutions);
    }
}
