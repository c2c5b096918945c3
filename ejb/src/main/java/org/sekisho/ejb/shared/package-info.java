/**
 * The choke point: every use case is an annotated method, and one interceptor resolves who acts, checks the permission, holds the
 * transaction, sets the actor for row-level security, and writes the event of the trail.
 */
@NullMarked
package org.sekisho.ejb.shared;

import org.jspecify.annotations.NullMarked;
