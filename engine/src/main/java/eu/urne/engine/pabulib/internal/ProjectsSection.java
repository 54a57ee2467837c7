package eu.urne.engine.pabulib.internal;

import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.pabulib.PbProject;
import eu.urne.engine.tally.Option;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The section PROJECTS: what can be voted for, with amounts brought to one scale. */
public final class ProjectsSection {

    private final Rows rows;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<Row> places = new ArrayList<>();
    private final List<BigDecimal> costs = new ArrayList<>();
    private final List<PbProject> projects = new ArrayList<>();
    private long budget;
    private int moneyScale;

    private ProjectsSection(Rows rows) {
        this.rows = rows;
    }

    /** Reads the section, the second of the file. */
    public static ProjectsSection read(Rows rows, MetaSection meta, Notes notes) throws PbException {
        ProjectsSection section = new ProjectsSection(rows);
        BigDecimal budget = meta.budget();
        Header header = rows.enter(Section.PROJECTS);
        int idColumn = header.require(rows, "project_id");
        int costColumn = header.require(rows, "cost");
        for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
            section.add(row.get(), idColumn, costColumn);
        }
        if (section.places.isEmpty()) {
            throw rows.failure(header.row(), "", "the section PROJECTS has no project");
        }
        section.scale(budget, meta, header);
        OptionalInt announced = meta.count("num_projects");
        if (announced.isPresent() && announced.getAsInt() != section.projects.size()) {
            notes.add("META announces " + announced.getAsInt() + " projects, the file has " + section.projects.size()
                    + ".");
        }
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

    private void add(Row row, int idColumn, int costColumn) throws PbException {
        String id = row.cell(idColumn);
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
        String text = row.cell(costColumn);
        try {
            BigDecimal cost = Decimals.parse(text);
            if (cost.signum() < 0) {
                throw rows.failure(row, "cost", "the amount " + Decimals.quoted(text) + " is negative");
            }
            costs.add(cost);
            places.add(row);
        } catch (NumberFormatException e) {
            throw rows.failure(row, "cost", Decimals.quoted(text) + " is not an amount");
        }
    }

    private void scale(BigDecimal exactBudget, MetaSection meta, Header header) throws PbException {
        moneyScale = exactBudget.scale();
        for (BigDecimal cost : costs) {
            moneyScale = Math.max(moneyScale, cost.scale());
        }
        int idColumn = header.require(rows, "project_id");
        int nameColumn = header.find("name").orElse(Integer.MAX_VALUE);
        int selectedColumn = header.find("selected").orElse(Integer.MAX_VALUE);
        for (int i = 0; i < places.size(); i++) {
            Row row = places.get(i);
            long cost = minor(costs.get(i)).orElseThrow(() -> rows.failure(row, "cost", "the amount is too large"));
            projects.add(new PbProject(row.cell(idColumn), row.cell(nameColumn), cost, row.cell(selectedColumn)));
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
