@NullMarked
package eu.urne.api.recount;

import org.jspecify.annotations.NullMarked;
