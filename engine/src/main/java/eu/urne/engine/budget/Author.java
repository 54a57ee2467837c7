package eu.urne.engine.budget;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import eu.urne.engine.roll.Person;

/** Who hands in an idea. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Author.Single.class, name = "PERSON"),
    @JsonSubTypes.Type(value = Author.Group.class, name = "GROUP"),
    @JsonSubTypes.Type(value = Author.Council.class, name = "COUNCIL")
})
public sealed interface Author {

    /**
     * One person.
     *
     * @param person pseudonym; who it is stands in the vault
     */
    record Single(Person person) implements Author {}

    /**
     * A group of a site, such as the children of an after-school care.
     *
     * @param site one of the budget's
     * @param members how many they are, at least 2
     */
    record Group(String site, int members) implements Author {
        /** Checks both. */
        public Group {
            Texts.checkId("author: the site", site);
            if (members < 2 || members > 10_000) {
                throw new IllegalArgumentException("author: a group has 2 to 10000 members, not " + members);
            }
        }
    }

    /**
     * A council.
     *
     * @param council its id
     */
    record Council(String council) implements Author {
        /** Checks the id. */
        public Council {
            Texts.checkId("author: the council", council);
        }
    }
}
