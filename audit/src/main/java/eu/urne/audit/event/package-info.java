/** The events that entries carry (docs/formats/events.md). */
@NullMarked
package eu.urne.audit.event;

import org.jspecify.annotations.NullMarked;
