package eu.urne.api.scenario;

import eu.urne.engine.budget.BudgetTerms;
import eu.urne.engine.budget.Phase;
import eu.urne.engine.budget.Site;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** What a scenario is about, and what its people have to do with it. */
sealed interface Matter {

    /** Names it among scenarios that are played together. */
    String id();

    /** What it is called. */
    String title();

    /** In whose days the scenario is told. */
    ZoneId zone();

    /** Where its people belong. */
    List<Site> sites();

    /** The day on which the ages of its people are reckoned. */
    LocalDate agesOn();

    /** A participatory budget, as it is opened. */
    record Budget(BudgetTerms terms) implements Matter {

        @Override
        public String id() {
            return terms.budget().value();
        }

        @Override
        public String title() {
            return terms.title();
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of(terms.calendar().zone());
        }

        @Override
        public List<Site> sites() {
            return terms.sites();
        }

        @Override
        public LocalDate agesOn() {
            return terms.calendar().day(Phase.VOTE);
        }
    }

    /** Councils, which the steps establish. */
    record Councils(String id, String title, ZoneId zone, List<Site> sites, LocalDate agesOn) implements Matter {}
}
