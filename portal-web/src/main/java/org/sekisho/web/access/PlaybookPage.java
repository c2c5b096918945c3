package org.sekisho.web.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.playbook.ExerciseKind;
import org.sekisho.domain.playbook.PlaybookFilter;
import org.sekisho.domain.playbook.PlaybookRow;
import org.sekisho.domain.playbook.PlaybookState;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.playbook.DraftPlaybook;
import org.sekisho.ejb.playbook.PlaybookService;
import org.sekisho.ejb.playbook.RecordExercise;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Moments;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** One playbook: its versions, its reviews and exercises, and what can be done with it next. */
@Named
@RequestScoped
public class PlaybookPage {

    private static final List<String> ACTS = List.of("draft", "retitle", "approve", "review", "exercise");

    private static final int LATEST = 10;

    @Inject
    private PlaybookService playbooks;

    @Inject
    private Moments moments;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private final Map<String, @Nullable String> form = new HashMap<>();
    private @Nullable PlaybookRow row;
    private @Nullable List<PlaybookRow> versions;

    /** The form for the titles begins with those that there are. */
    @PostConstruct
    void read() {
        form.put("day", moments.getToday().toString());
        if (!isNew()) {
            form.put("read", String.valueOf(getRow().rowVersion()));
            form.put("titleEn", getRow().titleEn());
            form.put("titleJa", getRow().titleJa());
        }
    }

    public Map<String, @Nullable String> getForm() {
        return form;
    }

    /** Whether the address names no playbook: the first version of one is drafted. */
    public boolean isNew() {
        return request.getParameter("id") == null;
    }

    /** The version that the address names. */
    public PlaybookRow getRow() {
        if (row == null) {
            row = playbooks.find(FormValues.requireId(request, "id"));
        }
        return row;
    }

    public String title(PlaybookRow version) {
        return say.name(new Name(version.titleEn(), version.titleJa()));
    }

    /** The latest versions, the newest first; the list of playbooks holds them all. */
    public List<PlaybookRow> getVersions() {
        if (versions == null) {
            PlaybookFilter same = new PlaybookFilter(
                    Optional.of(getRow().organisation()), Optional.of(getRow().code()), Set.of(), Optional.empty());
            PageRequest latest = new PageRequest(LATEST, Optional.empty(), Optional.of("version"), true);
            versions = playbooks.list(same, latest).items();
        }
        return versions;
    }

    public List<Choice> getKinds() {
        return say.choices("exercise-kind", Arrays.stream(ExerciseKind.values()));
    }

    private boolean isOwn() {
        return getRow().organisation().equals(me.getAccount().organisation());
    }

    /** Whether the person wrote the draft that is shown: a second one approves it. */
    public boolean isOwnDraft() {
        return getRow().state() == PlaybookState.DRAFT
                && getRow().draftedBy().equals(me.getAccount().person());
    }

    public boolean isApprovalOffered() {
        return getRow().state() == PlaybookState.DRAFT && isOwn() && me.can("playbook:approve") && !isOwnDraft();
    }

    public boolean isRetitleOffered() {
        return getRow().state() == PlaybookState.DRAFT && isOwn() && me.can("playbook:edit");
    }

    public boolean isReviewOffered() {
        return getRow().state() == PlaybookState.APPROVED && isOwn() && me.can("playbook:edit");
    }

    public boolean isExerciseOffered() {
        return getRow().state() == PlaybookState.APPROVED && isOwn() && me.can("playbook:exercise");
    }

    /** A next version is drafted from the approved one, and one at a time. */
    public boolean isNextOffered() {
        return isReviewOffered() && getVersions().stream().noneMatch(each -> each.state() == PlaybookState.DRAFT);
    }

    /** Which act the address names; without a playbook the first version of one is drafted. */
    public String getAct() {
        String given = isNew() ? "draft" : FormValues.text(request.getParameter("act"));
        if (!ACTS.contains(given)) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
        return given;
    }

    public void submit() {
        switch (getAct()) {
            case "draft" -> draft();
            case "retitle" -> retitle();
            case "approve" -> approve();
            case "review" -> review();
            case "exercise" -> exercise();
            default -> throw new Refusal(SharedError.NOT_FOUND);
        }
    }

    /** The form carries which state of the draft was read: what was changed since isn't approved. */
    private void approve() {
        playbooks.approve(getRow().id(), Integer.parseInt(FormValues.text(form.get("read"))));
        back(getRow().id(), "playbooks.approved");
    }

    private void review() {
        playbooks.review(getRow().id(), FormValues.requireDay(form.get("day"), "day"));
        back(getRow().id(), "playbooks.reviewed");
    }

    private void exercise() {
        playbooks.exercise(new RecordExercise(
                getRow().id(),
                FormValues.requireDay(form.get("day"), "day"),
                FormValues.requireChoice(form.get("kind"), ExerciseKind.class, "kind"),
                FormValues.text(form.get("evidence"))));
        back(getRow().id(), "playbooks.exercised");
    }

    /** Drafts the first version, or the one after the approved. */
    private void draft() {
        String code = isNew() ? FormValues.text(form.get("code")) : getRow().code();
        UUID draft = playbooks.draft(
                new DraftPlaybook(code, FormValues.text(form.get("titleEn")), FormValues.text(form.get("titleJa"))));
        back(draft, "playbooks.drafted");
    }

    private void retitle() {
        playbooks.retitle(getRow().id(), FormValues.text(form.get("titleEn")), FormValues.text(form.get("titleJa")));
        back(getRow().id(), "playbooks.retitled");
    }

    private void back(UUID playbook, String key) {
        notices.done(key, Map.of());
        notices.leadTo("/playbook?id=" + playbook);
    }
}
