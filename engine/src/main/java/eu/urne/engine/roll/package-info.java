/** Who may vote and who was served: admissions, hand-outs of cards, the cards themselves. */
@org.jspecify.annotations.NullMarked
package eu.urne.engine.roll;
