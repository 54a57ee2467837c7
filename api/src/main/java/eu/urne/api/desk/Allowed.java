package eu.urne.api.desk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may use a handler of a {@link DeskPage}, or all of its class: whoever is signed in and has one of the roles. A
 * handler without it, on itself or its class, is for nobody.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Allowed {

    /** One of them is enough. */
    Role[] value();
}
