/** Receipts for people: four pictures and eight characters (docs/formats/receipt.md). */
@org.jspecify.annotations.NullMarked
package eu.urne.engine.receipt;
