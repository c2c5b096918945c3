package org.sekisho.domain.vault;

/** Which files of the {@link ContentStore} rows name. */
public interface ContentNames {

    /** Whether a row of any organisation names the file. */
    boolean isNamed(String blob);
}
