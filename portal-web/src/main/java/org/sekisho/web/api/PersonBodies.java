package org.sekisho.web.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.person.PeopleDirectory.PersonRow;
import org.sekisho.domain.party.person.PeopleDirectory.PersonView;
import org.sekisho.domain.party.provisioning.LineOutcome;
import org.sekisho.domain.party.role.RoleDirectory.RoleRow;
import org.sekisho.ejb.party.ImportReport;
import org.sekisho.ejb.party.PersonPage;
import org.sekisho.web.api.Bodies.LinkBody;
import org.sekisho.web.api.Bodies.NameBody;
import org.sekisho.web.api.Bodies.OrganisationName;

/** Documents of JSON about people. */
public final class PersonBodies {

    private PersonBodies() {}

    /**
     * @param organisation the home organisation, by id or short name
     * @param roles to ask for at once, with a reason
     */
    public record NewPerson(
            @Nullable String email,
            @Nullable NameBody name,
            @Nullable String language,
            @Nullable String organisation,
            @Nullable List<String> roles,
            @Nullable String reason) {}

    /**
     * What to change. A state is changed by itself, with a reason: {@code LOCKED}, {@code ACTIVE} (unlocks), {@code DEACTIVATED},
     * {@code INVITED} (reinstates).
     *
     * @param version that was read, where somebody else's change is not to be overwritten
     */
    public record PersonPatch(
            @Nullable String email,
            @Nullable NameBody name,
            @Nullable String language,
            @Nullable String state,
            @Nullable String reason,
            @Nullable Integer version) {}

    /** Somebody was invited. */
    public record PersonInvited(UUID id, String email, List<UUID> roleRequests, LinkBody link) {}

    /** A person in a list. */
    public record PersonItem(
            UUID id,
            String email,
            Name name,
            OrganisationName organisation,
            List<String> roles,
            boolean secondFactor,
            Optional<Instant> lastSignedIn,
            String state) {

        static PersonItem of(PersonRow row) {
            return new PersonItem(
                    row.id(),
                    row.email(),
                    row.name(),
                    new OrganisationName(row.organisation(), row.organisationShortName(), row.organisationName()),
                    row.roles().stream().map(Enum::name).sorted().toList(),
                    row.secondFactor(),
                    row.lastSignedIn(),
                    row.state().name());
        }
    }

    /** A period at an organisation. */
    public record AffiliationItem(String organisation, String kind, LocalDate firstDay, Optional<LocalDate> lastDay) {}

    /** A role, asked for, in effect, or ended. */
    public record RoleItem(UUID id, String role, String organisation, String state) {

        static RoleItem of(RoleRow row) {
            return new RoleItem(
                    row.id(),
                    row.role().name(),
                    row.organisationShortName(),
                    row.state().name());
        }
    }

    /** One person. */
    public record PersonAnswer(
            UUID id,
            String email,
            Name name,
            String language,
            OrganisationName organisation,
            List<String> roles,
            List<RoleItem> assignments,
            List<AffiliationItem> affiliations,
            boolean secondFactor,
            Optional<Instant> lastSignedIn,
            String state,
            String stateReason,
            Instant createdAt,
            int version) {

        static PersonAnswer of(PersonPage page) {
            PersonView view = page.person();
            PersonItem item = PersonItem.of(view.row());
            return new PersonAnswer(
                    item.id(),
                    item.email(),
                    item.name(),
                    view.language().tag(),
                    item.organisation(),
                    item.roles(),
                    page.roles().stream().map(RoleItem::of).toList(),
                    view.affiliations().stream()
                            .map(each -> new AffiliationItem(
                                    each.shortName(), each.kind().name(), each.firstDay(), each.lastDay()))
                            .toList(),
                    item.secondFactor(),
                    item.lastSignedIn(),
                    item.state(),
                    view.stateReason(),
                    view.createdAt(),
                    view.version());
        }
    }

    /**
     * What became of one line.
     *
     * @param pointer where in the file the trouble is: {@code row=3;email}
     * @param code why it is rejected
     */
    public record LineItem(
            int line,
            String result,
            String email,
            Optional<String> pointer,
            Optional<String> code,
            Map<String, String> parameters) {

        static LineItem of(LineOutcome line) {
            Map<String, String> parameters = new TreeMap<>();
            line.refusal().ifPresent(refusal -> refusal.parameters()
                    .forEach((name, value) -> parameters.put(name, String.valueOf(value))));
            return new LineItem(
                    line.line(),
                    line.result().name().toLowerCase(Locale.ROOT),
                    line.email(),
                    line.refusal().map(refusal -> line.pointer()),
                    line.refusal().map(refusal -> refusal.code().code()),
                    parameters);
        }
    }

    /**
     * What became of a table.
     *
     * @param imported whether it was carried out
     */
    public record ImportAnswer(
            boolean dryRun,
            boolean imported,
            int created,
            int updated,
            int unchanged,
            int rejected,
            List<LineItem> lines) {

        static ImportAnswer of(boolean dryRun, ImportReport report) {
            return new ImportAnswer(
                    dryRun,
                    report.done(),
                    report.created(),
                    report.updated(),
                    report.unchanged(),
                    report.rejected(),
                    report.lines().stream().map(LineItem::of).toList());
        }
    }
}
