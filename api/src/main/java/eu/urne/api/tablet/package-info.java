/** The tablets on which people vote: how they become known, what they tell, and what the close waits for. */
@NullMarked
package eu.urne.api.tablet;

import org.jspecify.annotations.NullMarked;
