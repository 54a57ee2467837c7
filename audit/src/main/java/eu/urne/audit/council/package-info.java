/** What the log says about councils: terms, calls, votes (docs/formats/councils.md). */
@NullMarked
package eu.urne.audit.council;

import org.jspecify.annotations.NullMarked;
