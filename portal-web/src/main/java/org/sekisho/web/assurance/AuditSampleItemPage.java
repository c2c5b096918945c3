package org.sekisho.web.assurance;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.sample.SampleItem;
import org.sekisho.domain.assurance.sample.SampleItemRow;
import org.sekisho.domain.assurance.sample.SheetState;
import org.sekisho.domain.assurance.sample.TestResult;
import org.sekisho.ejb.assurance.SampleService;
import org.sekisho.ejb.assurance.SampleSheet;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** The test sheet of an item: filled by one auditor, reviewed by another. */
@Named
@RequestScoped
public class AuditSampleItemPage {

    private static final String PROCEDURE = "procedure";
    private static final String OBSERVATION = "observation";
    private static final String RESULT = "result";

    @Inject
    private SampleService samples;

    @Inject
    private Say say;

    @Inject
    private Notices notices;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private @Nullable SampleSheet sheet;
    private @Nullable Map<String, @Nullable String> form;

    /** Samples are the auditors' alone, whichever the address names. */
    @PostConstruct
    void open() {
        me.require("audit:request");
    }

    public UUID getId() {
        return FormValues.requireId(request, "id");
    }

    public SampleSheet getSheet() {
        if (sheet == null) {
            sheet = samples.sheet(getId());
        }
        return sheet;
    }

    public SampleItemRow getRow() {
        return getSheet().row();
    }

    /** Whether a test can be recorded. */
    public boolean isTestable() {
        return getSheet().open() && getRow().state().canBecome(SheetState.TESTED);
    }

    /** Whether a test waits for its review. */
    public boolean isToReview() {
        return getSheet().open() && getRow().state() == SheetState.TESTED;
    }

    /** Whether the person may review it. */
    public boolean isReviewable() {
        return isToReview() && !getSheet().own();
    }

    public List<Choice> getResults() {
        return say.choices("test-result", Arrays.stream(TestResult.values()));
    }

    /** What the form holds, by field; at first what the last test said. */
    public Map<String, @Nullable String> getForm() {
        if (form == null) {
            form = new HashMap<>();
            form.put(PROCEDURE, getSheet().procedure().orElse(""));
            form.put(OBSERVATION, getSheet().observation().orElse(""));
            form.put(RESULT, getRow().result().map(Enum::name).orElse(""));
        }
        return form;
    }

    public void test() {
        samples.test(
                getId(),
                new SampleItem.Sheet(
                        FormValues.text(getForm().get(PROCEDURE)),
                        FormValues.requireChoice(getForm().get(RESULT), TestResult.class, RESULT),
                        FormValues.text(getForm().get(OBSERVATION))));
        back("samples.done.tested");
    }

    public void approve() {
        samples.approveTest(getId());
        back("samples.done.approved");
    }

    public void giveBack() {
        samples.returnTest(getId(), FormValues.text(getForm().get("reason")));
        back("samples.done.returned");
    }

    private void back(String key) {
        notices.done(key, Map.of());
        notices.leadTo("/audit-sample-item?id=" + getId());
    }
}
