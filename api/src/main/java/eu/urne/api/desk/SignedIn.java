package eu.urne.api.desk;

import java.io.Serializable;

/**
 * What a session remembers of who signed in; everything else is looked up at each request, so that it ends when the
 * user is disabled.
 *
 * @param pseudonym of the user
 * @param epoch of the user's sessions, which a new password counts up
 * @param sinceMs when she signed in, milliseconds since the epoch
 */
record SignedIn(String pseudonym, long epoch, long sinceMs) implements Serializable {}
