package org.sekisho.domain.agreement.access;

/** What another module knows about the conditions of an agreement. */
public sealed interface OutsideFact permits PlaybookFacts, AssuranceFacts, UsageFacts {}
