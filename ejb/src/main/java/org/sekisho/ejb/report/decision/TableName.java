package org.sekisho.ejb.report.decision;

/** By what a version of a decision table is named. */
public record TableName(String code, int version) {}
