@NullMarked
package eu.urne.audit.witness;

import org.jspecify.annotations.NullMarked;
