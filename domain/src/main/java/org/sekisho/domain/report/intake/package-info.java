/**
 * Taking in reports of vulnerabilities: what a source says becomes {@link org.sekisho.domain.report.intake.Finding}s, none of which
 * is lost. An {@link org.sekisho.domain.report.intake.Intake} is one file; its findings are staged unseen and published at once.
 */
@NullMarked
package org.sekisho.domain.report.intake;

import org.jspecify.annotations.NullMarked;
