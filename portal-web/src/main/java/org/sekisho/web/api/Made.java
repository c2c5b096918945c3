package org.sekisho.web.api;

import java.util.UUID;

/** What was made, or was asked for, where no more is said of it. */
public record Made(UUID id) {}
