package org.sekisho.domain.party;

import static org.sekisho.domain.party.Role.ADMINISTRATOR;
import static org.sekisho.domain.party.Role.ANALYST;
import static org.sekisho.domain.party.Role.AUDITOR;
import static org.sekisho.domain.party.Role.AUTHORITY_REVIEWER;
import static org.sekisho.domain.party.Role.CHAIR;
import static org.sekisho.domain.party.Role.CISO;
import static org.sekisho.domain.party.Role.COORDINATOR;
import static org.sekisho.domain.party.Role.DUTY_OFFICER;
import static org.sekisho.domain.party.Role.OBSERVER;
import static org.sekisho.domain.party.Role.ORGANISATION_ADMINISTRATOR;
import static org.sekisho.domain.party.Role.SECURITY_REVIEWER;
import static org.sekisho.domain.party.Role.SIGNATORY;
import static org.sekisho.domain.party.Role.VENDOR_ENGINEER;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The one table of what a role may ask for: permission strings as Shiro reads them, {@code thing:act}. A permission only opens the
 * use case; whether the act is done with this very thing is a decision of the domain, and whose rows are seen is one of the
 * database. Rows of a role that needs none of a module's permissions aren't in its navigation either.
 */
public final class Permissions {

    /** What everyone signed in may do, whatever their roles. Nobody else's data stands behind any of these. */
    private static final Set<String> EVERYONE = Set.of("home:read", "account:*", "organisation:list", "access:decide");

    /**
     * What is left while a second factor is compulsory and this session hasn't proved one: enough to enrol or to give it, and
     * to sign out.
     */
    private static final Set<String> WITHOUT_SECOND_FACTOR = Set.of("account:*");

    private static final SortedMap<String, Set<Role>> TABLE = new TreeMap<>();

    static {
        agreements();
        reports();
        grants();
        operations();
        people();
        assurance();
        tables();
    }

    private Permissions() {}

    private static void reports() {
        row("report:read", COORDINATOR, SIGNATORY, ANALYST, SECURITY_REVIEWER, CISO, AUTHORITY_REVIEWER, DUTY_OFFICER);
        row("report:file", ANALYST, SECURITY_REVIEWER, CISO);
        row("report:work", ANALYST, SECURITY_REVIEWER, CISO);
        row("report:reopen", ANALYST, SECURITY_REVIEWER, CISO, AUTHORITY_REVIEWER);
        row("report:assess", SECURITY_REVIEWER, CISO, AUTHORITY_REVIEWER);
        // What is masked for them is shown to those who review, and to nobody else.
        row("report:unmask", SECURITY_REVIEWER, CISO, AUTHORITY_REVIEWER);
        row("review:decide", SIGNATORY, SECURITY_REVIEWER, CISO, AUTHORITY_REVIEWER);
        row("review:rank", ORGANISATION_ADMINISTRATOR);
        row("review:absence", SIGNATORY, SECURITY_REVIEWER, CISO, AUTHORITY_REVIEWER, ORGANISATION_ADMINISTRATOR);
        row(
                "review:staff",
                SIGNATORY,
                SECURITY_REVIEWER,
                CISO,
                AUTHORITY_REVIEWER,
                DUTY_OFFICER,
                ORGANISATION_ADMINISTRATOR);
        row("duty:read", SECURITY_REVIEWER, CISO, AUTHORITY_REVIEWER, DUTY_OFFICER, ORGANISATION_ADMINISTRATOR);
        row("duty:keep", DUTY_OFFICER, ORGANISATION_ADMINISTRATOR);
        row("measure:order", CISO);
        row("embargo:propose", SECURITY_REVIEWER, CISO);
        row("embargo:answer", SIGNATORY, SECURITY_REVIEWER, CISO, VENDOR_ENGINEER, AUTHORITY_REVIEWER);
        row("embargo:read", COORDINATOR, SIGNATORY, SECURITY_REVIEWER, CISO, VENDOR_ENGINEER, AUTHORITY_REVIEWER);
        row("release:request", SECURITY_REVIEWER, CISO);
        row("release:approve", COORDINATOR, SIGNATORY, SECURITY_REVIEWER, CISO, AUTHORITY_REVIEWER);
        row(
                "release:read",
                COORDINATOR,
                SIGNATORY,
                ANALYST,
                SECURITY_REVIEWER,
                CISO,
                VENDOR_ENGINEER,
                AUTHORITY_REVIEWER,
                DUTY_OFFICER);
        row("release:receive", SIGNATORY, ANALYST, SECURITY_REVIEWER, CISO, VENDOR_ENGINEER, AUTHORITY_REVIEWER);
        row("disclosure:read", ANALYST, SECURITY_REVIEWER, CISO, AUTHORITY_REVIEWER);
        row("disclosure:work", SECURITY_REVIEWER, CISO);
        row("measure:acknowledge", DUTY_OFFICER);
        row("escalation:read", COORDINATOR, ANALYST, SECURITY_REVIEWER, CISO, AUTHORITY_REVIEWER, DUTY_OFFICER);
        row("escalation:acknowledge", DUTY_OFFICER);
        row("escalation:add-context", SECURITY_REVIEWER, CISO, DUTY_OFFICER);
        row("escalation:stand-down", AUTHORITY_REVIEWER, DUTY_OFFICER);
    }

    private static void agreements() {
        row(
                "agreement:read",
                COORDINATOR,
                CHAIR,
                SIGNATORY,
                ANALYST,
                SECURITY_REVIEWER,
                CISO,
                VENDOR_ENGINEER,
                AUTHORITY_REVIEWER,
                DUTY_OFFICER,
                AUDITOR,
                ORGANISATION_ADMINISTRATOR);
        row("agreement:draft", COORDINATOR);
        row("agreement:negotiate", COORDINATOR, SIGNATORY, CISO);
        row("agreement:open-signing", COORDINATOR);
        row("agreement:approve", COORDINATOR, SIGNATORY, CISO);
        row("agreement:sign", SIGNATORY);
        // A file signed outside is confirmed by the coordinator and by the party that signed it.
        row("agreement:confirm-signature", COORDINATOR, SIGNATORY);
        row("agreement:keep-authority", COORDINATOR, SIGNATORY, CISO, ORGANISATION_ADMINISTRATOR);
        row("agreement:suspend", COORDINATOR, SIGNATORY, CISO, AUTHORITY_REVIEWER);
        row("agreement:resume", COORDINATOR, SIGNATORY, CISO, AUTHORITY_REVIEWER);
        row("agreement:terminate", COORDINATOR, SIGNATORY);
    }

    private static void grants() {
        row("grant:request", SECURITY_REVIEWER, CISO, AUTHORITY_REVIEWER, ORGANISATION_ADMINISTRATOR);
        row("grant:approve", SIGNATORY, CISO);
        row("grant:check", COORDINATOR);
        row("grant:revoke", COORDINATOR, SIGNATORY, CISO, ORGANISATION_ADMINISTRATOR);
        // An authority that receives access keeps its environments and playbooks like an institution.
        row("environment:propose", SECURITY_REVIEWER, CISO, AUTHORITY_REVIEWER);
        row("environment:approve", COORDINATOR, AUTHORITY_REVIEWER);
        row("training:record", COORDINATOR, CISO, ORGANISATION_ADMINISTRATOR);
        row("phase:evaluate", COORDINATOR);
        // Systemic risk is the authority's to assess, whoever collects the other criteria.
        row("phase:assess", AUTHORITY_REVIEWER);
        row("phase:vote", SIGNATORY, CISO);
        row("phase:step-back", COORDINATOR, SIGNATORY, CISO, AUTHORITY_REVIEWER);
    }

    private static void operations() {
        row(
                "freeze:read",
                COORDINATOR,
                CHAIR,
                SIGNATORY,
                ANALYST,
                SECURITY_REVIEWER,
                CISO,
                AUTHORITY_REVIEWER,
                DUTY_OFFICER,
                AUDITOR,
                ORGANISATION_ADMINISTRATOR);
        // Stopping is wide, lifting is narrow.
        row(
                "freeze:declare",
                COORDINATOR,
                SIGNATORY,
                SECURITY_REVIEWER,
                CISO,
                AUTHORITY_REVIEWER,
                DUTY_OFFICER,
                ORGANISATION_ADMINISTRATOR);
        // Its administrator is all that an audit firm or a ministry has to answer for it.
        row("freeze:lift", COORDINATOR, SIGNATORY, CISO, AUTHORITY_REVIEWER, ORGANISATION_ADMINISTRATOR);
        row(
                "playbook:read",
                COORDINATOR,
                SIGNATORY,
                ANALYST,
                SECURITY_REVIEWER,
                CISO,
                AUTHORITY_REVIEWER,
                DUTY_OFFICER,
                AUDITOR);
        row("playbook:edit", COORDINATOR, SECURITY_REVIEWER, CISO, AUTHORITY_REVIEWER);
        row("playbook:approve", CISO, SIGNATORY);
        row("playbook:exercise", SECURITY_REVIEWER, CISO, DUTY_OFFICER);
        row("dashboard:read", COORDINATOR, CHAIR, CISO, AUTHORITY_REVIEWER, OBSERVER);
        // The demo regime's clock; outside it the use case refuses everyone.
        row("clock:move", COORDINATOR, ADMINISTRATOR);
    }

    private static void people() {
        row("organisation:edit", ADMINISTRATOR);
        // Whoever keeps the folder of keys.
        row("organisation:rotate-key", ADMINISTRATOR);
        row("organisation:mail-domains", ADMINISTRATOR, ORGANISATION_ADMINISTRATOR);
        row("organisation:designate", COORDINATOR);
        for (String act : Set.of("list", "create", "edit", "deactivate", "reset", "lock", "unlock", "import")) {
            row("person:" + act, ADMINISTRATOR, ORGANISATION_ADMINISTRATOR);
        }
        row("person:move", ADMINISTRATOR);
        row("role:read", ADMINISTRATOR, COORDINATOR, SIGNATORY, CISO, ORGANISATION_ADMINISTRATOR);
        row("role:request", ADMINISTRATOR, ORGANISATION_ADMINISTRATOR);
        row("role:approve", ADMINISTRATOR, COORDINATOR, SIGNATORY, CISO, ORGANISATION_ADMINISTRATOR);
        row("role:confirm", ADMINISTRATOR, ORGANISATION_ADMINISTRATOR);
        row("role:end", ADMINISTRATOR, CISO, ORGANISATION_ADMINISTRATOR);
        row("session:list", ADMINISTRATOR, ORGANISATION_ADMINISTRATOR);
        row("session:revoke", ADMINISTRATOR, ORGANISATION_ADMINISTRATOR);
        row("mail:list", ADMINISTRATOR);
        row("mail:try-anew", ADMINISTRATOR);
    }

    private static void assurance() {
        // Whoever commissions an audit does it to the end: the secretariat, and an authority where the secretariat is
        // audited.
        row("audit:plan", COORDINATOR, AUTHORITY_REVIEWER);
        row("audit:assign", COORDINATOR, AUTHORITY_REVIEWER);
        row("audit:declare", AUDITOR, COORDINATOR, AUTHORITY_REVIEWER);
        row("audit:begin", COORDINATOR, AUDITOR, AUTHORITY_REVIEWER);
        row("audit:request", AUDITOR);
        row("audit:decide-independence", COORDINATOR, AUTHORITY_REVIEWER);
        row("audit:read", COORDINATOR, SIGNATORY, SECURITY_REVIEWER, CISO, AUTHORITY_REVIEWER, AUDITOR);
        // What is audited against is the working group's: the secretariat makes the catalogue, whoever has to do with
        // audits reads it.
        row("control:read", COORDINATOR, SIGNATORY, SECURITY_REVIEWER, CISO, AUTHORITY_REVIEWER, AUDITOR);
        row("control:edit", COORDINATOR);
        row("control:publish", COORDINATOR);
        row("audit:report", AUDITOR);
        row("audit:close", COORDINATOR, AUDITOR);
        row(
                "evidence:upload",
                COORDINATOR,
                SIGNATORY,
                SECURITY_REVIEWER,
                CISO,
                AUTHORITY_REVIEWER,
                DUTY_OFFICER,
                ORGANISATION_ADMINISTRATOR);
        // The organisation that is audited: an institution, an authority, the provider, or the secretariat itself.
        row("finding:answer", COORDINATOR, SIGNATORY, SECURITY_REVIEWER, CISO, AUTHORITY_REVIEWER);
        row("finding:read", COORDINATOR, SIGNATORY, SECURITY_REVIEWER, CISO, AUTHORITY_REVIEWER, AUDITOR);
        row("finding:raise", AUDITOR);
        row("finding:follow-up", COORDINATOR, AUTHORITY_REVIEWER, AUDITOR);
        row("evidence:read", COORDINATOR, SIGNATORY, SECURITY_REVIEWER, CISO, AUTHORITY_REVIEWER, AUDITOR);
        row("report-import:run", ANALYST, SECURITY_REVIEWER, CISO);
        row("report-import:hand-out", ANALYST, SECURITY_REVIEWER, CISO);
        row("exploitation:load", ADMINISTRATOR);
        // A pack is rendered by the auditor's redaction profile, and leaves by the auditor's hands only.
        row("pack:build", AUDITOR);
        row("pack:download", AUDITOR);
        row(
                "trail:read",
                COORDINATOR,
                SIGNATORY,
                SECURITY_REVIEWER,
                CISO,
                AUTHORITY_REVIEWER,
                AUDITOR,
                ORGANISATION_ADMINISTRATOR,
                ADMINISTRATOR);
    }

    /** Decision tables are the working group's: whoever works on reports reads them, the secretariat and the authorities make them. */
    private static void tables() {
        row(
                "table:read",
                COORDINATOR,
                CHAIR,
                SIGNATORY,
                ANALYST,
                SECURITY_REVIEWER,
                CISO,
                AUTHORITY_REVIEWER,
                DUTY_OFFICER,
                AUDITOR);
        row("table:edit", COORDINATOR, AUTHORITY_REVIEWER);
        row("table:adopt", COORDINATOR, AUTHORITY_REVIEWER);
    }

    private static void row(String permission, Role... roles) {
        Set<Role> holders = EnumSet.noneOf(Role.class);
        Collections.addAll(holders, roles);
        if (TABLE.put(permission, Collections.unmodifiableSet(holders)) != null) {
            throw new IllegalStateException("Twice in the table: " + permission);
        }
    }

    /** What a signed-in person with these roles may ask for. */
    public static SortedSet<String> of(Set<Role> roles) {
        SortedSet<String> permissions = new TreeSet<>(EVERYONE);
        TABLE.forEach((permission, holders) -> {
            if (!Collections.disjoint(holders, roles)) {
                permissions.add(permission);
            }
        });
        return Collections.unmodifiableSortedSet(permissions);
    }

    /** What everyone signed in may ask for. */
    public static Set<String> ofEveryone() {
        return EVERYONE;
    }

    /** What a session may ask for that still owes a compulsory second factor. */
    public static Set<String> withoutSecondFactor() {
        return WITHOUT_SECOND_FACTOR;
    }

    /** The table: each permission with the roles that hold it, in alphabetical order. */
    public static SortedMap<String, Set<Role>> table() {
        return Collections.unmodifiableSortedMap(TABLE);
    }

    /** Whether any signed-in person can hold this permission, so that a use case may name it. */
    public static boolean exists(String permission) {
        return TABLE.containsKey(permission)
                || EVERYONE.contains(permission)
                || EVERYONE.contains(permission.replaceFirst(":.*", ":*"));
    }
}
