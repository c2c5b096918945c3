package org.sekisho.ejb.shared;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a service whose public methods are use cases. The service is a stateless bean with bean-managed transactions: the
 * {@link ChokePoint} begins and commits, so that it sees a commit that fails.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface UseCases {}
