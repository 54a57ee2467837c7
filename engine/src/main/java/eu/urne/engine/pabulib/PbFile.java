package eu.urne.engine.pabulib;

import eu.urne.engine.tally.Election;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A participatory budget that was read in full and makes sense.
 *
 * @param name the file's name without its folder
 * @param meta everything in META in the file's order, unknown keys included, spaces round keys and values removed
 * @param voteType what voters could say
 * @param projects the rows of PROJECTS in the file's order
 * @param moneyScale how many decimal places amounts have: a minor unit is {@code 10^-moneyScale} of the currency
 * @param pointsScale how many decimal places points have, as {@code moneyScale}
 * @param election what is to be counted: an option for each project, in the same order
 * @param notes one sentence each for what is odd but does not prevent the count
 */
public record PbFile(
        String name,
        Map<String, String> meta,
        VoteType voteType,
        List<PbProject> projects,
        int moneyScale,
        int pointsScale,
        Election election,
        List<String> notes) {

    /** Copies the collections; META keeps its order. */
    public PbFile {
        meta = Collections.unmodifiableMap(new LinkedHashMap<>(meta));
        projects = List.copyOf(projects);
        notes = List.copyOf(notes);
    }

    /** META's {@code rule} in lower case; {@code unknown} where the file does not say. */
    public String ruleName() {
        String rule = meta.getOrDefault("rule", "");
        return rule.isEmpty() ? "unknown" : rule.toLowerCase(Locale.ROOT);
    }

    /**
     * The projects that the city announced as winners, those with {@code selected} 1, in the file's order. Under
     * {@code greedy-custom} those with 2 are winners too: their rule pays for them in part. Those with 3 are paid from
     * money of other districts, which no rule over this file could tell.
     *
     * @return empty where the file says nothing about winners
     */
    public Optional<List<String>> officialWinners() {
        if (projects.stream().allMatch(project -> project.selected().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(projects.stream()
                .filter(project -> project.selected().equals("1")
                        || (project.selected().equals("2") && ruleName().equals("greedy-custom")))
                .map(PbProject::id)
                .toList());
    }

    /**
     * An amount of this file as people write it.
     *
     * @param minor in minor units
     * @return the exact amount in the currency, without trailing zeros
     */
    public String money(long minor) {
        return plain(minor, moneyScale);
    }

    /**
     * A score of this file as people write it.
     *
     * @param minor in the unit of the election's points
     * @return the exact number, without trailing zeros
     */
    public String points(long minor) {
        return plain(minor, pointsScale);
    }

    private static String plain(long minor, int scale) {
        BigDecimal number = BigDecimal.valueOf(minor, scale).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0).toPlainString() : number.toPlainString();
    }
}
