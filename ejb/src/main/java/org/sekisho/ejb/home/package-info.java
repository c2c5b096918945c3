/** What waits for a person, from all business modules. */
@NullMarked
package org.sekisho.ejb.home;

import org.jspecify.annotations.NullMarked;
