package org.sekisho.web.assurance.control;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.control.Control;
import org.sekisho.domain.assurance.control.ControlChange;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.assurance.control.CatalogueView;
import org.sekisho.ejb.assurance.control.ControlService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Say;

/** One version of the catalogue: its controls, and what it changes. */
@Named
@RequestScoped
public class CataloguePage {

    private static final Csv<Control> CSV = new Csv<Control>()
            .with("control", Control::id)
            .with("title_en", control -> control.title().en())
            .with("title_ja", control -> control.title().ja())
            .with("statement_en", control -> control.statement().en())
            .with("statement_ja", control -> control.statement().ja())
            .with(
                    "sections",
                    control ->
                            joined(control.sections().stream().map(Enum::name).toList()))
            .with(
                    "clauses",
                    control -> joined(control.clauses().stream().map(Enum::name).toList()))
            .with(
                    "mappings",
                    control -> joined(control.mappings().stream()
                            .map(mapping -> mapping.scheme() + " " + mapping.reference())
                            .toList()));

    @Inject
    private ControlService controls;

    @Inject
    private ControlWords words;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private @Nullable CatalogueView catalogue;
    private @Nullable ListState list;

    private static String joined(List<String> values) {
        return String.join("; ", values);
    }

    /** The version that the address names. */
    public CatalogueView getCatalogue() {
        if (catalogue == null) {
            catalogue = controls.find(number("version").orElseThrow(() -> new Refusal(SharedError.NOT_FOUND)));
        }
        return catalogue;
    }

    Optional<Integer> number(String name) {
        String given = FormValues.text(request.getParameter(name));
        return given.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(given)) : Optional.empty();
    }

    public String getAddress() {
        return "/control-catalogue?version=" + getCatalogue().version();
    }

    public ListState getList() {
        if (list == null) {
            list = ListState.within(request, List.of("version"), List.of("scheme", "section"), List.of("control"));
        }
        return list;
    }

    public Page<Control> getPage() {
        return page(getList().page());
    }

    /** The controls after the one that the cursor names, of those that fit. */
    private Page<Control> page(PageRequest wanted) {
        List<Control> fitting = getCatalogue().catalogue().controls().stream()
                .filter(this::fits)
                .toList();
        List<String> ids = fitting.stream().map(Control::id).toList();
        int from = wanted.after().map(after -> ids.indexOf(after) + 1).orElse(0);
        int until = Math.min(from + wanted.size(), fitting.size());
        List<Control> items = fitting.subList(from, until);
        Optional<String> next = until < fitting.size() ? Optional.of(ids.get(until - 1)) : Optional.empty();
        return new Page<>(items, next, fitting.size());
    }

    private boolean fits(Control control) {
        return getList().words().filter(sought -> !control.holds(sought)).isEmpty()
                && getList()
                        .value("scheme")
                        .filter(scheme -> !isMapped(control, scheme))
                        .isEmpty()
                && getList()
                        .choice("section", EvidenceSection.class)
                        .filter(section -> !control.sections().contains(section))
                        .isEmpty();
    }

    private static boolean isMapped(Control control, String scheme) {
        return control.mappings().stream().anyMatch(mapping -> mapping.scheme().equals(scheme));
    }

    public List<Choice> getSchemes() {
        return getCatalogue().catalogue().schemes().stream()
                .map(scheme -> new Choice(scheme, words.scheme(scheme)))
                .toList();
    }

    public List<Choice> getSections() {
        return say.choices("evidence-section", Arrays.stream(EvidenceSection.values()));
    }

    /** The sections that no control draws on, in words; empty where there is none. */
    public String getUncovered() {
        return say.all("evidence-section", getCatalogue().catalogue().uncovered());
    }

    /** Versions that it can be compared with, the latest first. */
    public List<Integer> getEarlier() {
        List<Integer> versions = new ArrayList<>();
        for (int each = getCatalogue().version() - 1; each >= 1 && versions.size() < 50; each--) {
            versions.add(each);
        }
        return versions;
    }

    /** The earlier version that the address compares with: the one before, unless it names another. */
    public int getWith() {
        return number("with").orElse(getCatalogue().version() - 1);
    }

    public boolean isCompared() {
        return number("with").isPresent();
    }

    public List<ControlChange> getChanges() {
        return controls.compare(getWith(), getCatalogue().version());
    }

    public void download() {
        CSV.send("controls-" + getCatalogue().version(), after -> page(getList().wholeAfter(after)));
    }

    /** Answers with the version as an OSCAL catalog. */
    public void oscal() {
        byte[] json = controls.oscal(getCatalogue().version()).getBytes(StandardCharsets.UTF_8);
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext answer = faces.getExternalContext();
        answer.setResponseContentType("application/json; charset=UTF-8");
        answer.setResponseHeader(
                "Content-Disposition",
                "attachment; filename=\"catalog-" + getCatalogue().version() + ".json\"");
        try {
            answer.getResponseOutputStream().write(json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        faces.responseComplete();
    }
}
