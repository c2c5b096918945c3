package org.sekisho.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.AgreementState;
import org.sekisho.domain.agreement.PartyRow;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.agreement.clause.Words;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.agreement.AgreementService;
import org.sekisho.ejb.agreement.DraftingService;
import org.sekisho.ejb.agreement.EditDraft;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;

/** The page that changes the title of a draft, and who accedes with it. */
@Named
@RequestScoped
public class DraftEditPage {

    @Inject
    private AgreementPage page;

    @Inject
    private DraftPage draft;

    @Inject
    private AgreementWords words;

    @Inject
    private AgreementService agreements;

    @Inject
    private DraftingService drafting;

    @Inject
    private Notices notices;

    @Inject
    private Me me;

    private @Nullable List<PartyRow> parties;
    private @Nullable String titleEn;
    private @Nullable String titleJa;
    private String @Nullable [] acceding;

    /** Leads those away who can't change it. */
    public void open() {
        me.require("agreement:draft");
    }

    /** The title of an agreement that governs stays. */
    public boolean isTitleOpen() {
        return page.getRow().state() == AgreementState.DRAFT;
    }

    /** Who can accede, and who does already. */
    public List<Choice> getChoices() {
        Map<String, Choice> choices = new LinkedHashMap<>();
        present().forEach(each -> {
            String id = each.organisation().toString();
            choices.put(id, new Choice(id, words.in(each.name())));
        });
        draft.getOthers().forEach(each -> choices.putIfAbsent(each.value(), each));
        parties().stream()
                .filter(each -> each.role() != PartyRole.ACCEDING)
                .forEach(each -> choices.remove(each.organisation().toString()));
        return List.copyOf(choices.values());
    }

    /** Saves what was changed, in one act. */
    public void submit() {
        List<UUID> before = present().stream().map(PartyRow::organisation).toList();
        List<UUID> after = Arrays.stream(getAcceding()).map(UUID::fromString).toList();
        drafting.edit(new EditDraft(
                page.getId(),
                title(),
                List.of(),
                Set.of(),
                after.stream().filter(each -> !before.contains(each)).toList(),
                before.stream().filter(each -> !after.contains(each)).toList(),
                Optional.empty()));
        notices.done("draft-edit.done", Map.of());
        notices.leadTo("/agreement?id=" + page.getId());
    }

    private Optional<Words> title() {
        Words given = new Words(required(getTitleEn(), "titleEn"), required(getTitleJa(), "titleJa"));
        return Optional.of(given)
                .filter(each -> isTitleOpen() && !each.equals(page.getRow().title()));
    }

    private static String required(String given, String field) {
        if (given.isBlank()) {
            throw Refusal.of(SharedError.REQUIRED, "field", field);
        }
        return given;
    }

    /** Those of the draft: while another version governs, the agreement shows that one's. */
    private List<PartyRow> parties() {
        if (parties == null) {
            parties = agreements.version(page.getId(), page.getRow().latest()).parties();
        }
        return parties;
    }

    private List<PartyRow> present() {
        return parties().stream()
                .filter(each -> each.role() == PartyRole.ACCEDING)
                .toList();
    }

    public String getTitleEn() {
        return titleEn == null ? page.getRow().title().en() : titleEn;
    }

    public void setTitleEn(@Nullable String titleEn) {
        this.titleEn = titleEn == null ? "" : titleEn;
    }

    public String getTitleJa() {
        return titleJa == null ? page.getRow().title().ja() : titleJa;
    }

    public void setTitleJa(@Nullable String titleJa) {
        this.titleJa = titleJa == null ? "" : titleJa;
    }

    public String[] getAcceding() {
        return acceding == null
                ? present().stream().map(each -> each.organisation().toString()).toArray(String[]::new)
                : acceding.clone();
    }

    public void setAcceding(String @Nullable [] acceding) {
        this.acceding = acceding == null ? new String[0] : acceding.clone();
    }
}
