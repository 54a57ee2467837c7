/** Polls and budgets as open data, behind their outcome (docs/formats/open-data.md). */
@org.jspecify.annotations.NullMarked
package eu.urne.api.open;
