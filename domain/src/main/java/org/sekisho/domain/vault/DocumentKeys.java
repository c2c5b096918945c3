package org.sekisho.domain.vault;

import java.security.cert.X509Certificate;
import java.util.List;

/** The keys that sign documents for people. They are kept outside the database, and are the same on every node. */
public interface DocumentKeys {

    /** The key in force; made when it is first asked for. */
    DocumentKey current();

    /** Certificates of keys that were replaced, the latest first: documents that they signed stay what they are. */
    List<X509Certificate> replaced();
}
