package eu.urne.api.desk;

/**
 * A user as the administrator sees her.
 *
 * @param user name, pseudonym, roles and sites
 * @param disabled whether she cannot sign in
 * @param password whether she has chosen a password
 * @param elsewhere whether she signs in by OpenID Connect
 */
public record KnownUser(DeskUser user, boolean disabled, boolean password, boolean elsewhere) {}
