package org.sekisho.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** REST begins here. */
@ApplicationPath("/api/v1")
public class Api extends Application {}
