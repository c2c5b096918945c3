package org.sekisho.web.assurance;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.sample.PopulationKind;
import org.sekisho.domain.assurance.sample.Sample;
import org.sekisho.domain.assurance.sample.SamplingMethod;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.assurance.FreezePopulation;
import org.sekisho.ejb.assurance.SampleService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** Freezes a population to take a sample from. */
@Named
@RequestScoped
public class AuditSampleTakePage {

    private static final Pattern COUNT = Pattern.compile("[0-9]{1,6}");

    @Inject
    private AuditPage page;

    @Inject
    private SampleService samples;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    @Inject
    private Me me;

    private final Map<String, @Nullable String> form = new HashMap<>();

    /** The whole period is sampled most often. */
    @PostConstruct
    void read() {
        me.require("audit:request");
        form.put("periodFirst", page.getRow().period().first().toString());
        form.put("periodLast", page.getRow().period().last().toString());
    }

    /** The kinds that the scope allows. */
    public List<Choice> getKinds() {
        return say.choices(
                "population-kind",
                Arrays.stream(PopulationKind.values())
                        .filter(kind -> kind.isWithin(page.getView().terms().sections())));
    }

    public List<Choice> getMethods() {
        return say.choices("sampling-method", Arrays.stream(SamplingMethod.values()));
    }

    /** What the form holds, by field. */
    public Map<String, @Nullable String> getForm() {
        return form;
    }

    public void submit() {
        SamplingMethod method = FormValues.requireChoice(form.get("method"), SamplingMethod.class, "method");
        UUID sample = samples.freezePopulation(new FreezePopulation(
                page.getId(),
                new Sample.Wanted(
                        FormValues.text(form.get("purpose")),
                        FormValues.requireChoice(form.get("kind"), PopulationKind.class, "kind"),
                        method,
                        new Period(
                                FormValues.requireDay(form.get("periodFirst"), "periodFirst"),
                                FormValues.requireDay(form.get("periodLast"), "periodLast")),
                        method.isDrawn() ? size(form.get("size")) : 0)));
        notices.done("samples.done.frozen", Map.of());
        notices.leadTo("/audit-sample?id=" + sample);
    }

    private static int size(@Nullable String text) {
        String given = FormValues.requireText(text, "size");
        if (!COUNT.matcher(given).matches()) {
            throw Refusal.of(SharedError.MALFORMED, "field", "size");
        }
        return Integer.parseInt(given);
    }
}
