/**
 * The public site: budgets, projects, polls and outcomes as pages for everybody, in French and English, without script
 * and without cookie; and what is told to children.
 */
@org.jspecify.annotations.NullMarked
package eu.urne.api.site;
