package eu.urne.api.scenario;

import org.jspecify.annotations.Nullable;

/**
 * A step of a day.
 *
 * @param name what it is called in the file
 * @param by the member of staff who does it, one of the scenario's
 * @param refused the sentence by which the server must refuse it; null if it must not
 * @param place where it stands
 */
record Step(String name, Act act, String by, @Nullable String refused, YamlSource.Place place) {}
