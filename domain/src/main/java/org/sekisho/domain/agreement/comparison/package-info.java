/** Two versions of an agreement side by side: which data of which clause differ, and the text article by article (新旧対照表). */
@NullMarked
package org.sekisho.domain.agreement.comparison;

import org.jspecify.annotations.NullMarked;
