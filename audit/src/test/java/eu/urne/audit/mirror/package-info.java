/** Tests of the monitor. */
@NullMarked
package eu.urne.audit.mirror;

import org.jspecify.annotations.NullMarked;
