package eu.urne.engine.pabulib.internal;

import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.pabulib.PbProject;
import eu.urne.engine.tally.Option;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The section PROJECTS: what can be voted for, with amounts brought to one scale. */
public final class ProjectsSection {

    private final Rows rows;
    private final Oddities oddities;
    private final Header header;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<Row> places = new ArrayList<>();
    private final List<BigDecimal> costs = new ArrayList<>();
    private final List<PbProject> projects = new ArrayList<>();
    private long budget;
    private int moneyScale;

    private ProjectsSection(Rows rows, Header header) {
        this.rows = rows;
        this.oddities = rows.oddities();
        this.header = header;
    }

    /** Reads the section, the second of the file. */
    public static ProjectsSection read(Rows rows, MetaSection meta) throws PbException {
        BigDecimal budget = meta.budget();
        Header header = rows.enter(Section.PROJECTS);
        ProjectsSection section = new ProjectsSection(rows, header);
        int idColumn = header.require(rows, "project_id");
        int costColumn = header.require(rows, "cost");
        for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
            section.add(row.get(), idColumn, costColumn);
        }
        if (section.places.isEmpty()) {
            throw rows.failure(header.row(), "", "the section PROJECTS has no project");
        }
        section.scale(budget, meta);
        meta.compare("num_projects", "projects", section.projects.size());
        return section;
    }

    /** The projects in the file's order. */
    public List<PbProject> projects() {
        return projects;
    }

    /** The same projects for counting. */
    public List<Option> options() {
        return projects.stream()
                .map(project -> new Option(project.id(), project.cost()))
                .toList();
    }

    /** META's budget in minor units. */
    public long budget() {
        return budget;
    }

    /** The most decimal places of the budget and of any cost. */
    public int moneyScale() {
        return moneyScale;
    }

    Map<String, Integer> indexes() {
        return indexes;
    }

    /** What a project costs, in the currency. */
    BigDecimal cost(int project) {
        return costs.get(project);
    }

    /**
     * Tells where the column {@code votes} differs from a recount.
     *
     * @param naming how many ballots name each project
     */
    void compareVotes(long[] naming) throws PbException {
        Optional<Integer> column = header.find("votes");
        for (int i = 0; column.isPresent() && i < naming.length; i++) {
            String told = places.get(i).cell(column.get());
            if (!told.isEmpty() && !told.equals(Long.toString(naming[i]))) {
                String problem = "the file tells " + Decimals.quoted(told) + " votes of the project "
                        + Decimals.quoted(projects.get(i).id()) + ", a recount gives " + naming[i];
                oddities.tell(Oddity.OTHER_RECOUNT, places.get(i).line(), "votes", problem);
            }
        }
    }

    private void add(Row row, int idColumn, int costColumn) throws PbException {
        String id = oddities.stripped(row.text(idColumn), row.line(), "project_id");
        if (id.isEmpty()) {
            throw rows.failure(row, "project_id", "the project has no id");
        }
        Integer before = indexes.putIfAbsent(id, places.size());
        if (before != null) {
            throw rows.failure(
                    row,
                    "project_id",
                    "the project " + Decimals.quoted(id) + " stands in line "
                            + places.get(before).line() + " already");
        }
        if (row.filled() > header.size()) {
            oddities.tell(Oddity.TOO_MANY_CELLS, row.line(), "", "the row has more cells than columns");
        }
        costs.add(cost(row, oddities.stripped(row.text(costColumn), row.line(), "cost")));
        places.add(row);
    }

    private BigDecimal cost(Row row, String text) throws PbException {
        try {
            BigDecimal cost = Decimals.parse(text);
            if (cost.signum() < 0) {
                throw rows.failure(row, "cost", "the amount " + Decimals.quoted(text) + " is negative");
            }
            if (text.indexOf(',') >= 0) {
                oddities.tell(Oddity.DECIMAL_COMMA, row.line(), "cost", Decimals.quoted(text) + " has a decimal comma");
            }
            return cost;
        } catch (NumberFormatException e) {
            throw rows.failure(row, "cost", Decimals.quoted(text) + " is not an amount");
        }
    }

    private void scale(BigDecimal exactBudget, MetaSection meta) throws PbException {
        moneyScale = exactBudget.scale();
        for (BigDecimal cost : costs) {
            moneyScale = Math.max(moneyScale, cost.scale());
        }
        for (int i = 0; i < places.size(); i++) {
            Row row = places.get(i);
            long cost = minor(costs.get(i)).orElseThrow(() -> rows.failure(row, "cost", "the amount is too large"));
            Map<String, String> cells = new LinkedHashMap<>();
            header.columns().forEach((name, place) -> cells.put(name, row.cell(place)));
            projects.add(new PbProject(cost, cells));
        }
        budget = minor(exactBudget).orElseThrow(() -> meta.failure("budget", "the amount is too large"));
    }

    private Optional<Long> minor(BigDecimal amount) {
        try {
            return Optional.of(amount.setScale(moneyScale).unscaledValue().longValueExact());
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }
}
