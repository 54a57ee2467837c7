/** The checks of docs/formats/evidence.md, one after another over the whole log. */
@NullMarked
package eu.urne.audit.verify;

import org.jspecify.annotations.NullMarked;
