package org.sekisho.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.AgreementFilter;
import org.sekisho.domain.agreement.AgreementRow;
import org.sekisho.domain.assurance.engagement.EngagementFilter;
import org.sekisho.domain.assurance.engagement.EngagementRow;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.organisation.OrganisationDirectory.OrganisationFilter;
import org.sekisho.domain.party.organisation.OrganisationDirectory.OrganisationRow;
import org.sekisho.domain.party.person.PeopleDirectory.PersonFilter;
import org.sekisho.domain.party.person.PeopleDirectory.PersonRow;
import org.sekisho.domain.playbook.PlaybookFilter;
import org.sekisho.domain.playbook.PlaybookRow;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.ejb.agreement.AgreementService;
import org.sekisho.ejb.assurance.AuditService;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.ejb.party.PeopleService;
import org.sekisho.ejb.playbook.PlaybookService;

/** One search over what the lists hold: of each kind the first few, and the way to the list with the same words. */
@Named
@RequestScoped
public class SearchPage {

    private static final PageRequest FEW = new PageRequest(5, Optional.empty(), Optional.empty(), false);
    private static final int LONGEST = 200;

    @Inject
    private AgreementService agreements;

    @Inject
    private AuditService audits;

    @Inject
    private PlaybookService playbooks;

    @Inject
    private OrganisationService organisations;

    @Inject
    private PeopleService people;

    @Inject
    private Me me;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private @Nullable List<Kind> kinds;

    /**
     * What was found of one kind.
     *
     * @param title names the kind
     * @param more the list with the same words; empty where all that was found is shown
     */
    public record Kind(String name, String title, String total, List<Found> found, String more) {}

    /** One thing, where it is, and a fact that tells it from others. */
    public record Found(String path, String name, String fact) {}

    /** The words looked for; empty before anything was. */
    public String getWords() {
        String given = Optional.ofNullable(request.getParameter("q")).orElse("").strip();
        return given.length() > LONGEST ? given.substring(0, LONGEST) : given;
    }

    /** What was found, by kind; kinds of which nothing was found are left out. */
    public List<Kind> getKinds() {
        if (kinds == null) {
            kinds = getWords().isEmpty() ? List.of() : search(Optional.of(getWords()));
        }
        return kinds;
    }

    private List<Kind> search(Optional<String> words) {
        return Stream.of(
                        kind(
                                "agreement:read",
                                "agreements",
                                () -> agreements.list(
                                        new AgreementFilter(Set.of(), Optional.empty(), words, Optional.empty()), FEW),
                                this::of),
                        kind(
                                "audit:read",
                                "audits",
                                () -> audits.list(
                                        new EngagementFilter(
                                                Set.of(),
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty(),
                                                words),
                                        FEW),
                                SearchPage::of),
                        kind(
                                "playbook:read",
                                "playbooks",
                                () -> playbooks.list(
                                        new PlaybookFilter(Optional.empty(), Optional.empty(), Set.of(), words), FEW),
                                this::of),
                        kind(
                                "organisation:list",
                                "organisations",
                                () -> organisations.list(
                                        new OrganisationFilter(words, Optional.empty(), Optional.empty()), FEW),
                                this::of),
                        kind(
                                "person:list",
                                "people",
                                () -> people.list(
                                        new PersonFilter(
                                                words,
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty()),
                                        FEW),
                                this::of))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Lists may be asked only by whom they are open to. */
    private <R> Optional<Kind> kind(String permission, String list, Supplier<Page<R>> ask, Function<R, Found> each) {
        if (!me.can(permission)) {
            return Optional.empty();
        }
        Page<R> page = ask.get();
        if (page.items().isEmpty()) {
            return Optional.empty();
        }
        String more = page.next().isPresent()
                ? "/" + list + "?q=" + URLEncoder.encode(getWords(), StandardCharsets.UTF_8)
                : "";
        return Optional.of(new Kind(
                list,
                say.text(list + ".title", Map.of()),
                say.total(page),
                page.items().stream().map(each).toList(),
                more));
    }

    private Found of(AgreementRow row) {
        return new Found(
                "/agreement?id=" + row.id(),
                row.number() + " "
                        + say.name(new Name(row.title().en(), row.title().ja())),
                say.of("agreement-state", row.state()));
    }

    private static Found of(EngagementRow row) {
        return new Found(
                "/audit?id=" + row.id(),
                row.number() + " " + row.audited(),
                row.agreementNumber().orElse(""));
    }

    private Found of(PlaybookRow row) {
        return new Found(
                "/playbooks?q=" + URLEncoder.encode(row.code(), StandardCharsets.UTF_8),
                say.name(new Name(row.titleEn(), row.titleJa())),
                say.of("playbook-state", row.state()) + " · " + row.organisationName());
    }

    private Found of(OrganisationRow row) {
        return new Found("/organisation?id=" + row.id(), say.name(row.name()), say.of("organisation-kind", row.kind()));
    }

    private Found of(PersonRow row) {
        return new Found(
                "/person?id=" + row.id(), say.name(row.name()), row.email() + " · " + say.name(row.organisationName()));
    }
}
