package org.sekisho.ejb.shared;

import org.sekisho.domain.shared.Subject;

/** A command that names its subject, so that a refusal's event has it. */
public interface Command {

    /** What the command is about. */
    Subject subject();
}
