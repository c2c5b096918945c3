package org.sekisho.web.report.disclosure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.disclosure.NotifiedParty;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.report.disclosure.DisclosureService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** The page on which an act on a disclosure case is confirmed: what it means, what has to be given, and the button. */
@Named
@RequestScoped
public class DisclosureActPage {

    private static final Set<String> ACTS =
            Set.of("tell", "answer", "number", "schedule", "show", "publish", "withdraw");

    @Inject
    private DisclosurePage page;

    @Inject
    private DisclosureService disclosures;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    @Inject
    private Clock clock;

    @Inject
    private HttpServletRequest request;

    private @Nullable String party;
    private @Nullable String day;
    private @Nullable String jvn;
    private @Nullable String cves;
    private String words = "";

    /** Which act the address names. */
    public String getAct() {
        String given = request.getParameter("act");
        if (given == null || !ACTS.contains(given)) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
        return given;
    }

    /** Whether the act wants a day. */
    public boolean isDated() {
        return Set.of("tell", "answer", "schedule", "publish").contains(getAct());
    }

    public List<Choice> getParties() {
        return say.choices("disclosure-party", Arrays.stream(NotifiedParty.values()));
    }

    public void submit() {
        UUID id = page.getId();
        switch (getAct()) {
            case "tell" -> disclosures.tell(id, chosen(), FormValues.requireDay(day, "day"), words);
            case "answer" -> disclosures.recordAnswer(id, chosen(), FormValues.requireDay(day, "day"), words);
            case "number" -> disclosures.number(id, FormValues.text(jvn).strip(), numbers());
            case "schedule" -> disclosures.schedule(id, FormValues.requireDay(day, "day"));
            case "show" -> disclosures.show(id);
            case "publish" -> disclosures.publish(id, FormValues.requireDay(day, "day"));
            default -> disclosures.withdraw(id, words);
        }
        notices.done("disclosure.done." + getAct(), Map.of());
        notices.leadTo("/disclosure?id=" + id);
    }

    private NotifiedParty chosen() {
        return FormValues.requireChoice(party, NotifiedParty.class, "party");
    }

    private List<String> numbers() {
        return FormValues.text(cves)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** As entered, or as the address proposes it. */
    public String getParty() {
        return party == null ? FormValues.text(request.getParameter("party")) : party;
    }

    public void setParty(@Nullable String party) {
        this.party = party;
    }

    /** What was done was mostly done today; the day of publication is the one that is set. */
    public String getDay() {
        if (day != null) {
            return day;
        }
        return getAct().equals("schedule")
                ? page.getRow().publishOn().map(String::valueOf).orElse("")
                : Days.of(clock.instant()).toString();
    }

    public void setDay(@Nullable String day) {
        this.day = FormValues.text(day);
    }

    public String getJvn() {
        return jvn == null ? page.getRow().jvn() : jvn;
    }

    public void setJvn(@Nullable String jvn) {
        this.jvn = FormValues.text(jvn);
    }

    public String getCves() {
        return cves == null ? String.join("\n", page.getRow().cves()) : cves;
    }

    public void setCves(@Nullable String cves) {
        this.cves = FormValues.text(cves);
    }

    public String getWords() {
        return words;
    }

    public void setWords(@Nullable String words) {
        this.words = FormValues.text(words);
    }
}
