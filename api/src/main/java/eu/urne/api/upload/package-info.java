/**
 * Pictures and sounds as they come in: known by their content, made anew without anything that tells of who took them.
 */
@org.jspecify.annotations.NullMarked
package eu.urne.api.upload;
