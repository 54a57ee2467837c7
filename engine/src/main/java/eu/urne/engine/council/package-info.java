/**
 * Councils of citizens: their terms, draws and seats (docs/formats/councils.md). Who stands, sits or was refused is a
 * number or a pseudonym here; names stand in the vault.
 */
@NullMarked
package eu.urne.engine.council;

import org.jspecify.annotations.NullMarked;
