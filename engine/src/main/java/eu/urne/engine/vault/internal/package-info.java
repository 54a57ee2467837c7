/** How the vault seals and stores. */
@org.jspecify.annotations.NullMarked
package eu.urne.engine.vault.internal;
