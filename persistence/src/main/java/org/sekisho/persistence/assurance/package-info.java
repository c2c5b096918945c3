/** Audits as rows, their lists, and what evidence packs are collected from. */
@NullMarked
package org.sekisho.persistence.assurance;

import org.jspecify.annotations.NullMarked;
