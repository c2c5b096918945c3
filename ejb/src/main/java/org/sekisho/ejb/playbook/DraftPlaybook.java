package org.sekisho.ejb.playbook;

/**
 * Drafts a playbook, or the next version of the approved one under the same code.
 *
 * @param code by which an agreement's clause names it
 */
public record DraftPlaybook(String code, String titleEn, String titleJa) {}
