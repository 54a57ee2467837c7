/** The checkpoint that the outside sees: with a policy, only once its witnesses have cosigned it. */
@org.jspecify.annotations.NullMarked
package eu.urne.api.witness;
