package eu.urne.api.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A handler of the staff whose body may be larger than {@link BoundedRequest#STAFF_LIMIT}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface LargeBody {

    /** Largest body in bytes. */
    int bytes();
}
