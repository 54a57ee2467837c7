/** The pages in a real browser. */
@NullMarked
package eu.urne.api.browser;

import org.jspecify.annotations.NullMarked;
