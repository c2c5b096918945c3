package org.sekisho.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.AuthorityFilter;
import org.sekisho.domain.agreement.AuthorityKind;
import org.sekisho.domain.agreement.AuthorityRow;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.agreement.SigningAuthorityService;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Moments;
import org.sekisho.web.shared.Say;

/** Who may sign for an organisation, by which document, and until when. */
@Named
@RequestScoped
public class AuthoritiesPage {

    private static final Csv<AuthorityRow> CSV = new Csv<AuthorityRow>()
            .with("holder", AuthorityRow::holderName)
            .with("kind", AuthorityRow::kind)
            .with("document", AuthorityRow::reference)
            .with("valid_until", AuthorityRow::validUntil)
            .with("recorded_at", AuthorityRow::recordedAt)
            .with("revoked_at", AuthorityRow::revokedAt);

    @Inject
    private SigningAuthorityService authorities;

    @Inject
    private OrganisationService organisations;

    @Inject
    private Moments moments;

    @Inject
    private Say say;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private @Nullable ListState list;
    private @Nullable Page<AuthorityRow> rows;

    /** How an authority stands. */
    public enum Standing {
        CURRENT,
        OVER,
        REVOKED
    }

    public ListState getList() {
        if (list == null) {
            list = ListState.within(
                    request,
                    List.of("organisation"),
                    List.of("standing", "kind"),
                    List.of("standing", "holder", "kind", "reference", "validUntil"));
        }
        return list;
    }

    /** The organisation that the address names; one's own where it names none. */
    public UUID getOrganisation() {
        return FormValues.id(request.getParameter("organisation"))
                .orElse(me.getAccount().organisation());
    }

    public String getOrganisationName() {
        return say.name(organisations.find(getOrganisation().toString()).name());
    }

    /** The coordinator keeps those of every organisation; others see their own only. */
    public List<Choice> getOrganisations() {
        if (!me.holds("COORDINATOR")) {
            return List.of();
        }
        return organisations.choices().stream()
                .map(each -> new Choice(each.id().toString(), say.name(each.name())))
                .toList();
    }

    public Page<AuthorityRow> getRows() {
        if (rows == null) {
            rows = authorities.list(getOrganisation(), filter(), getList().page());
        }
        return rows;
    }

    /** Answers with the whole list as CSV. */
    public void download() {
        CSV.send(
                "signing-authorities",
                after -> authorities.list(getOrganisation(), filter(), getList().wholeAfter(after)));
    }

    private AuthorityFilter filter() {
        Optional<Standing> standing = getList().choice("standing", Standing.class);
        LocalDate today = moments.getToday();
        return new AuthorityFilter(
                Optional.empty(),
                standing.map(Standing.REVOKED::equals),
                standing.filter(Standing.CURRENT::equals).map(any -> today),
                standing.filter(Standing.OVER::equals).map(any -> today),
                getList().choice("kind", AuthorityKind.class),
                getList().words());
    }

    public List<Choice> getStandings() {
        return say.choices("authority-standing", Arrays.stream(Standing.values()));
    }

    public List<Choice> getKinds() {
        return say.choices("authority-kind", Arrays.stream(AuthorityKind.values()));
    }

    public boolean isCurrent(AuthorityRow row) {
        return row.revokedAt().isEmpty() && !row.validUntil().isBefore(moments.getToday());
    }

    /** The state in words: counts, ran out, or taken off. */
    public String state(AuthorityRow row) {
        Standing standing =
                row.revokedAt().isPresent() ? Standing.REVOKED : isCurrent(row) ? Standing.CURRENT : Standing.OVER;
        return say.of("authority-standing", standing);
    }

    /** Nobody keeps their own authority. */
    public boolean isOwn(AuthorityRow row) {
        return row.person().filter(me.getAccount().person()::equals).isPresent();
    }
}
