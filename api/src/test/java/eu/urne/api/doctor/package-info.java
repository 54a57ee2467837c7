/** What is wrong with an installation. */
@org.jspecify.annotations.NullMarked
package eu.urne.api.doctor;
