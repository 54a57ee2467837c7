/** How chair and secretary sign minutes with keys on their own devices. */
@NullMarked
package eu.urne.api.signing;

import org.jspecify.annotations.NullMarked;
