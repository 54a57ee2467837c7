package eu.urne.api.desk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Controller;

/**
 * A controller of pages below {@code /desk}: its handlers say by {@link Allowed} who may use them, take a
 * {@link DeskUser} and the {@link eu.urne.engine.CommandOrigin} of that person as arguments, and answer problems with a
 * page.
 */
@Controller
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface DeskPage {}
