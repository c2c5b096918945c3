package org.sekisho.proof.verify;

/** Something that is checked, of a pack or of a live log; its name is a code for whoever puts it into words. */
public sealed interface Check permits PackCheck, LogCheck {}
