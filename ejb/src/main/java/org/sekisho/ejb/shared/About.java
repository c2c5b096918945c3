package org.sekisho.ejb.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names what a parameter identifies, so that a refusal's event has its subject: {@code @About("agreement") UUID agreement}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface About {

    /** The kind of the subject. */
    String value();
}
