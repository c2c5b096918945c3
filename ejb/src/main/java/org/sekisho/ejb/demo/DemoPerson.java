package org.sekisho.ejb.demo;

import java.util.List;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.Role;

/**
 * Somebody of the demo: a role address, not a person.
 *
 * @param local the part before the @
 * @param name from the bundle of the demo, in both languages
 */
record DemoPerson(String local, Name name, List<Role> roles) {}
