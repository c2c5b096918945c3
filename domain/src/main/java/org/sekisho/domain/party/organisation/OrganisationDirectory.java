package org.sekisho.domain.party.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/** Lists of organisations. Name, short name and kind are for everyone signed in, the rest for those who look after them. */
public interface OrganisationDirectory {

    /** Organisations by short name. Sorts: {@code shortName}, {@code name}, {@code kind}, {@code state}. */
    Page<OrganisationRow> list(OrganisationFilter filter, PageRequest page);

    /** The same, as their administrators see them. */
    Page<OrganisationListRow> administer(OrganisationFilter filter, PageRequest page, Instant now);

    /** Every active organisation by short name, for choosing one; there are hundreds at most. */
    List<OrganisationRow> choices();

    /** One organisation by id. */
    Optional<OrganisationRow> row(UUID organisation);

    /** One organisation by short name. */
    Optional<OrganisationRow> rowByShortName(String shortName);

    /** Everything about one organisation, for its own and the installation's administrators. */
    Optional<OrganisationView> view(UUID organisation);

    /**
     * The designations of an authority unit, the latest first day first. Sorts: {@code first}, {@code last}, {@code document}.
     *
     * @param standing as it is today; empty for all
     */
    Page<DesignationRow> designations(
            UUID organisation, Optional<DesignationStanding> standing, PageRequest page, LocalDate today);

    /** One organisation as everyone sees it. */
    record OrganisationRow(UUID id, String shortName, Name name, OrganisationKind kind, OrganisationState state) {}

    /**
     * One organisation as a list shows it to administrators.
     *
     * @param mailDomains as people read them
     * @param people how many accounts it has that aren't deactivated
     * @param designatedUntil until when it is designated today
     * @param designatedBy the document that says so
     */
    record OrganisationListRow(
            OrganisationRow row,
            List<String> mailDomains,
            int people,
            Optional<String> designatedBy,
            Optional<LocalDate> designatedUntil) {

        public OrganisationListRow {
            mailDomains = List.copyOf(mailDomains);
        }
    }

    /**
     * One organisation as its administrators see it.
     *
     * @param mailDomains as people read them
     * @param people how many accounts it has that aren't deactivated
     * @param hasAdministrator whether somebody's role as its administrator is in effect
     * @param version for optimistic locking
     */
    record OrganisationView(
            OrganisationRow row,
            List<String> mailDomains,
            List<DesignationRow> designations,
            int people,
            boolean hasAdministrator,
            Instant createdAt,
            int version,
            Optional<LinkKey> linkKey) {

        public OrganisationView {
            mailDomains = List.copyOf(mailDomains);
            designations = List.copyOf(designations);
        }
    }

    /** One designation of an authority unit. */
    record DesignationRow(
            UUID id,
            String document,
            LocalDate firstDay,
            LocalDate lastDay,
            Optional<LocalDate> endedOn,
            Optional<String> endedReason) {}

    /**
     * Which organisations.
     *
     * @param text part of a name or short name
     */
    record OrganisationFilter(
            Optional<String> text, Optional<OrganisationKind> kind, Optional<OrganisationState> state) {

        /** Every organisation. */
        public static OrganisationFilter all() {
            return new OrganisationFilter(Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
