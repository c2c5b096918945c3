package org.sekisho.web.shared;

/**
 * One of several things to choose from, in a filter or a form.
 *
 * @param value as the address or the form sends it
 * @param words as people read it
 */
public record Choice(String value, String words) {}
