package org.sekisho.web.report.release;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.ExportClause.Format;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.report.release.ReleaseOrder;
import org.sekisho.domain.report.release.ReleaseRow;
import org.sekisho.ejb.report.release.ReleaseChoices;
import org.sekisho.ejb.report.release.ReleaseChoices.To;
import org.sekisho.ejb.report.release.ReleaseService;
import org.sekisho.ejb.report.release.RequestRelease;
import org.sekisho.web.report.ReportPage;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** The form on which a release is asked for, and the releases of one report. */
@Named
@RequestScoped
public class ReleaseNewPage {

    @Inject
    private ReleaseService releases;

    @Inject
    private ReportPage page;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private @Nullable ReleaseChoices choices;
    private @Nullable List<ReleaseRow> ofReport;
    private String recipient = "";
    private String people = "";
    private String format = "";
    private boolean withheld;
    private String readHash = "";

    private UUID getId() {
        return FormValues.requireId(request, "id");
    }

    /** Whether the person may ask for one. */
    public boolean isOffered() {
        return isMine() && ReleaseOrder.mayLeave(page.getRow().label());
    }

    /** Whether the person could ask for one, if the label didn't keep the report within its organisation. */
    public boolean isKept() {
        return isMine() && !ReleaseOrder.mayLeave(page.getRow().label());
    }

    private boolean isMine() {
        return me.can("release:request")
                && page.getRow().organisation().equals(me.getAccount().organisation());
    }

    /** The releases of the report; none for whoever doesn't see any. */
    public List<ReleaseRow> getOfReport() {
        if (ofReport == null) {
            ofReport = me.can("release:read") ? releases.ofReport(getId()) : List.of();
        }
        return ofReport;
    }

    public List<To> getPossible() {
        if (choices == null) {
            choices = releases.choices(getId());
        }
        return choices.recipients();
    }

    public List<Choice> getRecipients() {
        return getPossible().stream()
                .map(each -> new Choice(each.organisation().toString(), name(each)))
                .toList();
    }

    public String name(To to) {
        return say.name(to.name());
    }

    /** What a recipient won't read, in words. */
    public String masked(To to) {
        return to.masked().isEmpty()
                ? say.text("release.nothing-masked", Map.of())
                : say.all("clause-word.sensitive-matter", new TreeSet<>(to.masked()));
    }

    public List<Choice> getFormats() {
        return say.choices("release-format", Stream.of(Format.values()).filter(each -> getPossible().stream()
                .anyMatch(to -> to.formats().contains(each))));
    }

    public void submit() {
        UUID made = releases.request(new RequestRelease(
                getId(),
                readHash,
                FormValues.requireChosen(recipient, "recipient"),
                people.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                FormValues.requireChoice(format, Format.class, "format"),
                withheld,
                ReadingLanguage.ofTag(me.getLanguage()).orElse(ReadingLanguage.JA)));
        notices.done("release.done.requested", Map.of());
        notices.leadTo("/release?id=" + made);
    }

    public String getReadHash() {
        return page.getView().hash();
    }

    public void setReadHash(String readHash) {
        this.readHash = FormValues.text(readHash);
    }

    public String getRecipient() {
        return recipient;
    }

    public void setRecipient(String recipient) {
        this.recipient = FormValues.text(recipient);
    }

    public String getPeople() {
        return people;
    }

    public void setPeople(String people) {
        this.people = FormValues.text(people);
    }

    public String getFormat() {
        return format;
    }

    public void setFormat(String format) {
        this.format = FormValues.text(format);
    }

    public boolean isWithheld() {
        return withheld;
    }

    public void setWithheld(boolean withheld) {
        this.withheld = withheld;
    }
}
