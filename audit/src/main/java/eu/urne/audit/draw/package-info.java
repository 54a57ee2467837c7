/** The draw of members by lot, replayed (docs/formats/draw.md). */
@NullMarked
package eu.urne.audit.draw;

import org.jspecify.annotations.NullMarked;
