/** Pages for everybody: they work without JavaScript, in French and English, and ask for nothing elsewhere. */
@org.jspecify.annotations.NullMarked
package eu.urne.api.pages;
