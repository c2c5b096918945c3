/** What the pages of reports do beyond drawing. */
package org.sekisho.web.report;
