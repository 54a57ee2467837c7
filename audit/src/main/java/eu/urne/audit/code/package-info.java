/** The code of a receipt, for people (docs/formats/receipt.md). */
@NullMarked
package eu.urne.audit.code;

import org.jspecify.annotations.NullMarked;
