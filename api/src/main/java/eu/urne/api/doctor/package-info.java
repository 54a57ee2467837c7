/** Tells what is wrong with an installation, in plain words. */
@org.jspecify.annotations.NullMarked
package eu.urne.api.doctor;
