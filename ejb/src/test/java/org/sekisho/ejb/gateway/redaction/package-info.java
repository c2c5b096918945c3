@NullMarked
package org.sekisho.ejb.gateway.redaction;

import org.jspecify.annotations.NullMarked;
