package org.sekisho.proof.bag;

/** Why a bag is refused. */
public enum BagProblem {
    /** A path that leads out of the bag, or that some system can't hold (see {@link BagPath}). */
    UNSAFE_PATH,
    /** Two files that are one on a system that ignores case or normalises Unicode, or one name twice in a ZIP file. */
    COLLIDING_PATH,
    /** A name that Java can't read in the system's language setting; it may be a good one in another. */
    UNREADABLE_NAME,
    /** A symbolic link, device or other thing that is neither file nor folder. */
    NOT_A_FILE,
    /** More files than the limit. */
    TOO_MANY_FILES,
    /** More bytes than the limit, or far more than the ZIP file they are packed in. */
    TOO_LARGE,
    /** The ZIP file's structure isn't sound, or an entry doesn't unpack to what was declared. */
    ZIP_MALFORMED,
    /** Encryption, splitting, a compression other than deflate, or a name that is neither ASCII nor marked as UTF-8. */
    ZIP_UNSUPPORTED,
    /** The entries don't stand under one top folder. */
    NO_TOP_FOLDER,
    /** A tag file isn't written as RFC 8493 says. */
    TAG_FILE_MALFORMED,
    /** A version other than 1.0, an encoding other than UTF-8, a digest other than SHA-256 and SHA-512, or fetch.txt. */
    UNSUPPORTED,
    /** The file has to be there and isn't. */
    MISSING,
    /** The file is there and a manifest that has to list it doesn't. */
    NOT_LISTED,
    /** A manifest lists the file twice. */
    LISTED_TWICE,
    /** The file isn't what the manifest says. */
    CHECKSUM_DIFFERS,
    /** Payload-Oxum doesn't agree with the payload. */
    PAYLOAD_OXUM_DIFFERS
}
