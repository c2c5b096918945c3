package org.sekisho.web.assurance;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.control.Control;
import org.sekisho.ejb.assurance.AuditControlService;
import org.sekisho.web.assurance.control.ControlWords;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.FormValues;

/** The controls in the form of a finding: ticked, or typed where there are more than one looks through. */
@Named
@RequestScoped
public class FindingControls {

    /** The most controls that one looks through; the delivered catalogue has fewer. */
    private static final int MOST_TO_TICK = 40;

    private static final String BETWEEN = "[\\s,;、，；]+";

    @Inject
    private AuditPage audit;

    @Inject
    private AuditFindingPage finding;

    @Inject
    private AuditControlService controls;

    @Inject
    private ControlWords words;

    @Inject
    private HttpServletRequest request;

    private @Nullable List<Control> scope;
    private String[] ticked = {};
    private @Nullable String typed;

    /** A revision begins with those that the finding names. */
    @PostConstruct
    void begin() {
        if (!isFresh()) {
            ticked = finding.getRow().controls().toArray(String[]::new);
            typed = String.join(", ", ticked);
        }
    }

    private boolean isFresh() {
        return request.getParameter("audit") != null;
    }

    private List<Control> getScope() {
        if (scope == null) {
            UUID engagement = isFresh() ? audit.getId() : finding.getRow().engagement();
            scope = controls.controls(engagement).lines().stream()
                    .map(line -> line.coverage().control())
                    .toList();
        }
        return scope;
    }

    /** Whether the catalogue has any for the scope of the audit. */
    public boolean isAny() {
        return !getScope().isEmpty();
    }

    public boolean isTicked() {
        return getScope().size() <= MOST_TO_TICK;
    }

    public List<Choice> getChoices() {
        return getScope().stream()
                .map(control -> new Choice(control.id(), words.one(control)))
                .toList();
    }

    /** What the form says, by id. */
    Set<String> ids() {
        return isTicked() ? Set.copyOf(Arrays.asList(ticked)) : read(FormValues.text(typed));
    }

    /** The numbers in what was typed, in a line or below one another. */
    static Set<String> read(String typed) {
        return Arrays.stream(typed.split(BETWEEN)).filter(id -> !id.isEmpty()).collect(Collectors.toSet());
    }

    public String[] getChosen() {
        return ticked.clone();
    }

    public void setChosen(String[] chosen) {
        ticked = chosen.clone();
    }

    public @Nullable String getTyped() {
        return typed;
    }

    public void setTyped(@Nullable String given) {
        typed = given;
    }
}
