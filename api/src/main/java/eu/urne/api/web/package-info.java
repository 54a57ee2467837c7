/** What every request goes through: keys of the staff, bounds, problems. */
@org.jspecify.annotations.NullMarked
package eu.urne.api.web;
