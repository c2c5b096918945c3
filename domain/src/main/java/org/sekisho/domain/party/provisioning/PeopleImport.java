package org.sekisho.domain.party.provisioning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.domain.party.person.AccountPolicy;
import org.sekisho.domain.party.person.PersonState;
import org.sekisho.domain.party.provisioning.ImportContext.ExistingPerson;
import org.sekisho.domain.party.provisioning.LineOutcome.Result;
import org.sekisho.domain.party.role.HeldRole;
import org.sekisho.domain.party.role.RoleConflicts;
import org.sekisho.domain.party.role.RoleHistory;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;

/**
 * Judges the lines of one table of people, one after the other. It writes nothing, so a dry run and the import are the same until
 * the changes are carried out. A blank cell leaves what is there; roles are only added; nobody is moved, locked or deactivated.
 */
public final class PeopleImport {

    /** The most lines below the header. */
    public static final int MOST_LINES = 10_000;
    /** What a person reads whose line doesn't say. */
    public static final ReadingLanguage USUAL_LANGUAGE = ReadingLanguage.JA;

    private static final int EMAIL_SHOWN = 80;

    private final ImportHeader header;
    private final ImportContext context;
    private final Actor actor;
    private final Map<EmailAddress, Integer> seen = new HashMap<>();
    private final Map<Result, Integer> counts = new EnumMap<>(Result.class);
    private int lines;

    /** @param actor whoever imports; lines about people whom they don't look after are rejected */
    public PeopleImport(ImportHeader header, ImportContext context, Actor actor) {
        this.header = header;
        this.context = context;
        this.actor = actor;
    }

    /**
     * Judges the next line.
     *
     * @throws Refusal with {@link PartyError#IMPORT_TOO_MANY_LINES}, which ends the import: nothing of it is to be carried out
     */
    public LineOutcome judge(ImportLine line) {
        lines++;
        Checks.check(lines <= MOST_LINES, PartyError.IMPORT_TOO_MANY_LINES, Map.of("limit", MOST_LINES));
        LineOutcome outcome = outcome(line);
        counts.merge(outcome.result(), 1, Integer::sum);
        return outcome;
    }

    /** Refuses a table without a line; to be called after the last. */
    public void requireLines() {
        Checks.check(lines > 0, PartyError.IMPORT_EMPTY);
    }

    /** How many lines had this result. */
    public int count(Result result) {
        return counts.getOrDefault(result, 0);
    }

    private LineOutcome outcome(ImportLine line) {
        int expected = header.columns().size();
        int found = line.cells().size();
        if (found != expected) {
            Refusal refusal = new Refusal(PartyError.IMPORT_CELLS, Map.of("found", found, "expected", expected));
            return LineOutcome.rejected(line.number(), "", refusal, Optional.empty());
        }
        String shown = shortened(header.cell(line, ImportColumn.EMAIL));
        Cell cell = new Cell();
        try {
            return judge(line, shown, cell);
        } catch (Refusal refusal) {
            return LineOutcome.rejected(line.number(), shown, refusal, Optional.of(cell.column));
        }
    }

    /** Which column is being read, so that a refusal from anywhere below can be pinned to it. */
    private static final class Cell {
        private ImportColumn column = ImportColumn.EMAIL;
    }

    private LineOutcome judge(ImportLine line, String shown, Cell cell) {
        EmailAddress email = EmailAddress.of(header.cell(line, ImportColumn.EMAIL));
        requireFirst(email, line);
        cell.column = ImportColumn.ORGANISATION;
        Organisation organisation = organisation(line);
        cell.column = ImportColumn.EMAIL;
        organisation.requireDomainOf(email);
        Optional<ExistingPerson> existing = context.person(email);
        if (existing.isPresent()) {
            requireChangeable(existing.get(), organisation, cell);
        }
        cell.column = ImportColumn.NAME_EN;
        Name name = name(line, existing.map(ExistingPerson::name));
        cell.column = ImportColumn.LANGUAGE;
        ReadingLanguage language = language(line, existing.map(ExistingPerson::language));
        cell.column = ImportColumn.ROLES;
        List<Role> roles = newRoles(line, organisation, existing);
        PersonChange change =
                new PersonChange(existing.map(ExistingPerson::id), email, name, language, organisation.id(), roles);
        if (existing.isEmpty()) {
            return LineOutcome.of(Result.CREATED, line, shown, change);
        }
        boolean same = roles.isEmpty()
                && name.equals(existing.get().name())
                && language == existing.get().language();
        return same ? LineOutcome.unchanged(line, shown) : LineOutcome.of(Result.UPDATED, line, shown, change);
    }

    private void requireFirst(EmailAddress email, ImportLine line) {
        Integer before = seen.putIfAbsent(email, line.number());
        if (before != null) {
            throw Refusal.of(PartyError.IMPORT_EMAIL_TWICE, "line", before);
        }
    }

    private Organisation organisation(ImportLine line) {
        String shortName = Checks.requireText(header.cell(line, ImportColumn.ORGANISATION), "organisation", 30)
                .toLowerCase(Locale.ROOT);
        Map<String, String> named = Map.of("shortName", shortName);
        Organisation organisation = context.organisation(shortName)
                .orElseThrow(() -> new Refusal(PartyError.IMPORT_ORGANISATION_UNKNOWN, named));
        boolean reaches = AccountPolicy.createsAt(actor, organisation.id());
        Checks.check(reaches, PartyError.IMPORT_ORGANISATION_OTHER, named);
        organisation.requireActive();
        return organisation;
    }

    private void requireChangeable(ExistingPerson person, Organisation organisation, Cell cell) {
        Checks.check(person.state() != PersonState.DEACTIVATED, PartyError.PERSON_DEACTIVATED);
        cell.column = ImportColumn.ORGANISATION;
        Checks.check(person.home().equals(organisation.id()), PartyError.IMPORT_MOVES);
        cell.column = ImportColumn.EMAIL;
        if (!actor.isSystem()) {
            AccountPolicy.requireManages(actor, person.home(), person.administersInstallation());
        }
    }

    private Name name(ImportLine line, Optional<Name> before) {
        String en = header.cell(line, ImportColumn.NAME_EN);
        String ja = header.cell(line, ImportColumn.NAME_JA);
        return Name.of(
                en.isEmpty() ? before.map(Name::en).orElse("") : en,
                ja.isEmpty() ? before.map(Name::ja).orElse("") : ja);
    }

    private ReadingLanguage language(ImportLine line, Optional<ReadingLanguage> before) {
        String tag = header.cell(line, ImportColumn.LANGUAGE);
        if (tag.isEmpty()) {
            return before.orElse(USUAL_LANGUAGE);
        }
        return ReadingLanguage.ofTag(tag)
                .orElseThrow(() -> Refusal.of(PartyError.IMPORT_LANGUAGE_UNKNOWN, "language", shortened(tag)));
    }

    private List<Role> newRoles(ImportLine line, Organisation organisation, Optional<ExistingPerson> existing) {
        OrganisationKind kind = organisation.kind();
        RoleHistory history = existing.map(ExistingPerson::history)
                .orElseGet(() -> RoleHistory.ofNewcomer(kind, context.hasAdministrator(organisation.id())));
        List<Role> roles = new ArrayList<>();
        for (Role role : roles(header.cell(line, ImportColumn.ROLES))) {
            HeldRole held = new HeldRole(role, organisation.id(), false);
            if (history.held().contains(held)) {
                continue;
            }
            Checks.check(!isOwn(existing), PartyError.OWN_ROLE);
            Checks.check(
                    role.existsAt(kind), PartyError.ROLE_NOT_AT_KIND, Map.of("role", role.name(), "kind", kind.name()));
            RoleConflicts.requireNone(role, organisation.id(), history.held(), history.countingKinds());
            history = history.with(held);
            roles.add(role);
        }
        return roles;
    }

    private boolean isOwn(Optional<ExistingPerson> existing) {
        return existing.isPresent()
                && actor.person().filter(existing.get().id()::equals).isPresent();
    }

    private static Set<Role> roles(String cell) {
        Set<Role> roles = new LinkedHashSet<>();
        for (String each : cell.split(";")) {
            String name = each.strip();
            if (!name.isEmpty()) {
                roles.add(role(name));
            }
        }
        return roles;
    }

    private static Role role(String name) {
        String normal = name.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        for (Role role : Role.values()) {
            if (role.name().equals(normal)) {
                return role;
            }
        }
        throw Refusal.of(PartyError.IMPORT_ROLE_UNKNOWN, "role", shortened(name));
    }

    private static String shortened(String text) {
        return text.length() <= EMAIL_SHOWN ? text : text.substring(0, EMAIL_SHOWN) + "…";
    }
}
