/** Tests of voting cards and sheets of paper as they are printed. */
@org.jspecify.annotations.NullMarked
package eu.urne.api.cards;
