package org.sekisho.ejb.demo;

import java.util.List;
import java.util.Locale;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.ejb.shared.Phrases;

/** Who takes part in the demo. */
final class DemoCast {

    private static final List<String> BUNDLE = List.of("org.sekisho.ejb.text.demo");

    private final Phrases english = Phrases.of(BUNDLE, Locale.ENGLISH, DemoCast.class.getClassLoader());
    private final Phrases japanese = Phrases.of(BUNDLE, Locale.JAPANESE, DemoCast.class.getClassLoader());

    /** The secretariat, whose administrator founds the installation and whose coordinator follows at once. */
    DemoOrganisation secretariat() {
        return organisation(
                "sekisho",
                OrganisationKind.SECRETARIAT,
                person("admin", Role.ADMINISTRATOR),
                person("coordinator", Role.COORDINATOR),
                person("signatory", Role.SIGNATORY));
    }

    /** Everyone else. */
    List<DemoOrganisation> others() {
        return List.of(
                bank("aoba"),
                bank("hinode"),
                organisation(
                        "provider",
                        OrganisationKind.MODEL_PROVIDER,
                        person("admin", Role.ORGANISATION_ADMINISTRATOR),
                        person("signatory", Role.SIGNATORY)),
                organisation(
                        "cyber",
                        OrganisationKind.AUTHORITY,
                        person("admin", Role.ORGANISATION_ADMINISTRATOR),
                        person("reviewer", Role.AUTHORITY_REVIEWER),
                        person("duty", Role.DUTY_OFFICER)),
                organisation(
                        "audit",
                        OrganisationKind.AUDIT_FIRM,
                        person("admin", Role.ORGANISATION_ADMINISTRATOR),
                        person("auditor", Role.AUDITOR)),
                organisation(
                        "ministry",
                        OrganisationKind.MINISTRY,
                        person("admin", Role.ORGANISATION_ADMINISTRATOR),
                        person("observer", Role.OBSERVER)));
    }

    private DemoOrganisation bank(String shortName) {
        return organisation(
                shortName,
                OrganisationKind.INSTITUTION,
                person("admin", Role.ORGANISATION_ADMINISTRATOR),
                person("signatory", Role.SIGNATORY),
                person("security", Role.SECURITY_REVIEWER),
                person("security2", Role.SECURITY_REVIEWER),
                person("ciso", Role.CISO),
                person("analyst", Role.ANALYST),
                person("duty", Role.DUTY_OFFICER));
    }

    private DemoOrganisation organisation(String shortName, OrganisationKind kind, DemoPerson... people) {
        return new DemoOrganisation(shortName, name("organisation." + shortName), kind, List.of(people));
    }

    private DemoPerson person(String local, Role role) {
        return new DemoPerson(local, name("person." + local), List.of(role));
    }

    private Name name(String key) {
        return Name.of(english.text(key), japanese.text(key));
    }

    /** The reason that stands at everything the demo asks for. */
    String reason() {
        return english.text("reason");
    }

    /** The document by which the cyber unit is designated. */
    String designation() {
        return english.text("designation");
    }
}
