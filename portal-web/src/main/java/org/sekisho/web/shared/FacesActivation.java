package org.sekisho.web.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.annotation.FacesConfig;

/** Turns Jakarta Faces with CDI on. */
@FacesConfig
@ApplicationScoped
public class FacesActivation {}
