/** Measurements that anyone can repeat. */
@NullMarked
package eu.urne.api.bench;

import org.jspecify.annotations.NullMarked;
