/** The desk: the staff's pages, who may see them, and the tablets. */
@NullMarked
package eu.urne.api.desk;

import org.jspecify.annotations.NullMarked;
