package org.sekisho.domain.shared;

/** Whether the database has the form that this program was written for. */
public interface SchemaVersion {

    /** Whether every migration that this program knows is in; false too while the database doesn't answer. */
    boolean isCurrent();
}
