package eu.urne.api.scenario;

import eu.urne.engine.budget.BudgetTerms;
import eu.urne.engine.budget.Site;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a scenario larger, for load.
 *
 * @param voters how many cast a ballot; 0 for as many as the scenario says
 * @param sites how many sites there are; those of the scenario stay, further ones are invented. 0 for the scenario's
 */
record Scale(int voters, int sites) {

    /** As the scenario is. */
    static final Scale AS_WRITTEN = new Scale(0, 0);

    People people(People people) {
        return voters == 0 ? people : people.withVoters(voters);
    }

    /** The same budget with so many sites; further ones stand in the districts of the first ones, in turn. */
    BudgetTerms budget(BudgetTerms terms) {
        List<Site> all = new ArrayList<>(terms.sites());
        for (int number = all.size(); number < sites; number++) {
            Site like = terms.sites().get(number % terms.sites().size());
            all.add(new Site("accueil-" + (number + 1), "Accueil périscolaire n° " + (number + 1), like.district()));
        }
        return new BudgetTerms(
                terms.budget(),
                terms.title(),
                terms.audience(),
                terms.amount(),
                terms.split(),
                terms.parts(),
                terms.rest(),
                terms.restRule(),
                all,
                terms.calendar(),
                terms.rules(),
                terms.demonstration());
    }
}
