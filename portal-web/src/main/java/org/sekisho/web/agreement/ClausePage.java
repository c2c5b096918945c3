package org.sekisho.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.CommentRow;
import org.sekisho.domain.agreement.ProposalRow;
import org.sekisho.domain.agreement.RemarkFilter;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.ClauseJson;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.Document.Article;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.agreement.phase.PhaseMeasure;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.agreement.AgreementService;
import org.sekisho.ejb.agreement.DraftingService;
import org.sekisho.ejb.agreement.NegotiationService;
import org.sekisho.ejb.agreement.ProposeClause;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;
import org.sekisho.web.text.Words;

/** One clause of one version: its text, its form while it may be written or proposed, and what was said about it. */
@Named
@RequestScoped
public class ClausePage {

    private static final PageRequest ALL = PageRequest.most();

    @Inject
    private AgreementPage page;

    @Inject
    private AgreementWords words;

    @Inject
    private AgreementService agreements;

    @Inject
    private DraftingService drafting;

    @Inject
    private NegotiationService negotiation;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private String comment = "";
    private String reason = "";
    private @Nullable List<ClauseForm.Section> sections;

    public ClauseKind getKind() {
        String given = request.getParameter("kind");
        for (ClauseKind kind : ClauseKind.values()) {
            if (kind.name().equals(given)) {
                return kind;
            }
        }
        throw new Refusal(SharedError.NOT_FOUND);
    }

    private Optional<Clause> clause() {
        return page.getVersion().clauses().stream()
                .filter(each -> each.kind() == getKind())
                .findFirst();
    }

    public boolean isWritten() {
        return clause().isPresent();
    }

    /** The clause as the document says it. */
    public Article getArticle() {
        return agreements
                .text(page.getId(), page.getNumber())
                .in(words.getLanguage())
                .articles()
                .get(getKind().ordinal());
    }

    private boolean isNewest() {
        return page.getNumber() == page.getRow().latest();
    }

    /** Whether the coordinator may write it. */
    public boolean isEditable() {
        return isNewest() && page.isDraft() && page.isCoordinator();
    }

    /** Whether a party may propose how it should read. */
    public boolean isProposable() {
        return isNewest() && page.isRoundOpen() && page.isParty() && me.can("agreement:negotiate");
    }

    public boolean isForm() {
        return isEditable() || isProposable();
    }

    /** The form, filled with the clause as it stands. */
    public List<ClauseForm.Section> getSections() {
        if (sections == null) {
            sections = ClauseForm.sections(getKind(), clause().map(ClauseJson::toJson), request.getParameterMap());
        }
        return sections;
    }

    /** What a field holds: what was sent, while the page shows what is wrong with it. */
    public List<String> values(ClauseForm.Field field) {
        if (request.getParameter(ClauseForm.SENT) == null) {
            return field.values();
        }
        String[] sent = request.getParameterValues(field.name());
        return sent == null ? List.of("") : List.of(sent);
    }

    public String value(ClauseForm.Field field) {
        List<String> values = values(field);
        return values.isEmpty() ? "" : values.get(0);
    }

    /** As the form sends a constant: actions by their code, as the clause's JSON has them. */
    public String sent(Enum<?> constant) {
        return constant instanceof Action action ? action.code() : constant.name();
    }

    /** The words for a constant that a field offers. */
    public String constant(Enum<?> constant) {
        if (constant instanceof Tlp label) {
            return label.label();
        }
        String group = constant.getDeclaringClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
        for (String key : List.of("word." + group, group, "clause-word." + group)) {
            if (Words.in(me.getLocale()).find(key + "." + constant.name()).isPresent()) {
                return say.text(key + "." + constant.name(), Map.of());
            }
        }
        return group.equals("language") ? say.of("document-language", constant) : constant.name();
    }

    /** The label of a field. */
    public String label(ClauseForm.Field field) {
        String label = member(field.member());
        return field.language().isEmpty()
                ? label
                : say.text("clause-field.in-" + field.language(), Map.of("label", label));
    }

    /** What a section is called: the list and the number of the entry, after those of the lists around it. */
    public String legend(ClauseForm.Section section) {
        return section.places().isEmpty()
                ? say.text("clause.fields", Map.of())
                : section.places().stream()
                        .map(place -> place.entry() == 0 ? member(place.member()) : numbered(place))
                        .collect(Collectors.joining(say.getComma()));
    }

    private String numbered(ClauseForm.Place place) {
        return say.text("clause.entry", Map.of("list", member(place.member()), "number", place.entry()));
    }

    /** What a member of a clause is called. */
    public String member(String member) {
        return Words.in(me.getLocale()).find("clause-field." + member).isPresent()
                ? say.text("clause-field." + member, Map.of())
                : member;
    }

    /** What was said about the clause in this round. */
    public List<CommentRow> getComments() {
        return negotiation
                .comments(page.getId(), RemarkFilter.on(page.getNumber(), getKind()), ALL)
                .items();
    }

    public List<ProposalRow> getProposals() {
        return negotiation
                .proposals(page.getId(), RemarkFilter.on(page.getNumber(), getKind()), ALL)
                .items();
    }

    /** Which reading of the clause the form stands on: what somebody else writes meanwhile isn't written over unseen. */
    public String getReading() {
        return clause().map(ClauseJson::hash).orElse("");
    }

    private Optional<String> read() {
        return Optional.ofNullable(request.getParameter("clause-read"));
    }

    public void save() {
        drafting.writeClause(page.getId(), ClauseReading.read(getKind(), request.getParameterMap()), read());
        done("clause.saved", "/agreement?id=" + page.getId() + "&tab=clauses");
    }

    public void drop() {
        drafting.dropClause(page.getId(), getKind(), read());
        done("clause.dropped", "/agreement?id=" + page.getId() + "&tab=clauses");
    }

    public void propose() {
        Clause proposed = ClauseReading.read(getKind(), request.getParameterMap());
        negotiation.propose(new ProposeClause(page.getId(), getKind(), Optional.of(proposed), reason));
        done("clause.proposed", here());
    }

    public void say() {
        negotiation.comment(page.getId(), Optional.of(getKind()), comment);
        done("clause.commented", here());
    }

    private void done(String key, String path) {
        notices.done(key, Map.of("clause", words.clause(getKind())));
        notices.leadTo(path);
    }

    private String here() {
        return "/clause?agreement=" + page.getId() + "&version=" + page.getNumber() + "&kind=" + getKind();
    }

    public String getComment() {
        return comment;
    }

    public void setComment(String comment) {
        this.comment = comment == null ? "" : comment;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason == null ? "" : reason;
    }

    /** What the system can measure for a phase, by the codes under which a criterion names it. */
    public List<PhaseMeasure> getMeasures() {
        return List.of(PhaseMeasure.values());
    }
}
