package eu.urne.api.bench;

import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.budget.ProposalId;
import eu.urne.projections.ProposalFilter;
import eu.urne.projections.ProposalState;
import eu.urne.projections.Views;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How long the queries of the public pages take, each many times with other parameters. */
final class QueriesBench {

    private static final int TIMES = 200;
    private static final int WARM_UP = 50;
    private static final int SIZE = 20;

    private final Views views;
    private final int proposals;
    private final PrintWriter out;

    QueriesBench(Views views, int proposals, PrintWriter out) {
        this.views = views;
        this.proposals = proposals;
        this.out = out;
    }

    void run() {
        ProposalFilter all = filter(null, null, null, null);
        measure("budgets", i -> views.budgets().all());
        measure("budget", i -> views.budgets().budget(GeneratedCity.BUDGET));
        measure("outcome of a budget", i -> views.budgets().outcome(GeneratedCity.BUDGET, views.polls()));
        measure("list, first page", i -> list(all, 0));
        measure("list, any page", i -> list(all, page(i)));
        measure("list, last page", i -> list(all, proposals / SIZE - 1));
        measure("list of a state", i -> list(filter(state(i), null, null, null), i % 3));
        measure("list of a site", i -> list(filter(null, GeneratedCity.site(i), null, null), i % 3));
        measure("list of a category", i -> list(filter(null, null, GeneratedCity.category(i), null), i % 3));
        measure(
                "list of site, category, state",
                i -> list(filter(state(i), GeneratedCity.site(i), GeneratedCity.category(i), null), 0));
        measure("list of 1,000 texts found", i -> list(filter(null, null, null, texts(i)), 0));
        measure("proposal", i -> views.proposals().proposal(GeneratedCity.BUDGET, new ProposalId("p" + number(i))));
        measure("polls", i -> views.polls().all());
        measure("turnout of a poll", i -> views.polls().turnout(GeneratedCity.POLL));
    }

    private void measure(String name, IntConsumer query) {
        IntStream.range(0, WARM_UP).forEach(query);
        double[] ms = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            query.accept(i);
            ms[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(ms);
        out.printf("%-32s median %6.2f ms, 95 %% within %6.2f ms%n", name, ms[TIMES / 2], ms[TIMES * 95 / 100]);
        out.flush();
    }

    private void list(ProposalFilter filter, int page) {
        views.proposals().list(GeneratedCity.BUDGET, filter, page, SIZE);
    }

    private static ProposalFilter filter(
            @Nullable ProposalState state,
            @Nullable String site,
            @Nullable String category,
            @Nullable List<BlobHash> texts) {
        return new ProposalFilter(false, state, site, category, texts);
    }

    private static ProposalState state(int i) {
        return List.of(ProposalState.ACCEPTED, ProposalState.ASSIGNED, ProposalState.STUDIED)
                .get(i % 3);
    }

    private List<BlobHash> texts(int i) {
        return IntStream.range(0, 1_000)
                .mapToObj(text -> GeneratedCity.text(number(i + text)))
                .toList();
    }

    private int page(int i) {
        return number(i) / SIZE;
    }

    /** A proposal somewhere. */
    private int number(int i) {
        return (int) (i * 7_919L % proposals);
    }
}
