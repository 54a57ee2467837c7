@org.jspecify.annotations.NullMarked
package eu.urne.api.tablet;
