package org.sekisho.domain.vault;

import org.sekisho.domain.shared.ErrorCode;

/** Refusals of the vault. */
public enum VaultError implements ErrorCode {
    /** The organisation's key was destroyed, and with it all that it sealed. Parameter {@code organisation}. */
    KEY_DESTROYED("vault.key-destroyed", Kind.CONFLICT),
    /** This node has no such key. Parameters {@code organisation}, and {@code version} where one was named. */
    KEY_MISSING("vault.key-missing", Kind.UNAVAILABLE),
    /** The keys of this node are not the ones the database was written with. Parameter {@code keys}: what differs. */
    KEYS_DIFFER("vault.keys-differ", Kind.UNAVAILABLE),
    /** A row names a file that isn't there. Parameter {@code blob}. */
    CONTENT_MISSING("vault.content-missing", Kind.UNAVAILABLE),
    /** Parameter {@code limit} in bytes. */
    CONTENT_TOO_LARGE("vault.content-too-large", Kind.LIMITED);

    private final String code;
    private final Kind kind;

    VaultError(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
