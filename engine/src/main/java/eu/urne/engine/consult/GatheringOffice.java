package eu.urne.engine.consult;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Commands;
import eu.urne.engine.Refusal;
import eu.urne.engine.consult.Gathering.Announced;
import eu.urne.engine.consult.GatheringCommand.HoldGathering;
import eu.urne.engine.consult.internal.ConsultReader;
import eu.urne.engine.consult.internal.Tables;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts who comes to gatherings: numbers by site and age band, nobody's name. */
public final class GatheringOffice {

    private static final int MOST_AT_ONCE = 50;

    private final Commands commands;
    private final ConsultReader reader;
    private final AnswerStore store;

    /** An office that counts here. */
    public GatheringOffice(Commands commands, ConsultReader reader, AnswerStore store) {
        this.commands = commands;
        this.reader = reader;
        this.store = store;
    }

    /** The gathering as the log has it now. */
    public Gathering gathering(GatheringId id) {
        return reader.gathering(id);
    }

    /**
     * Checks persons in, or out where that was a mistake.
     *
     * @param form names the press of a button; the same again counts nothing: 1 to 100 characters
     * @param site of the terms, or {@code -}
     * @param age a band of the terms, or {@code -}
     * @param persons from -50 to 50, not 0
     * @return why not; empty where they are counted
     */
    public Optional<Refusal> checkIn(GatheringId id, String form, String site, String age, int persons) {
        Gathering state = reader.gathering(id);
        if (!(state instanceof Announced known)) {
            return refuse(Refusal.Reason.UNKNOWN, "gathering: there is no gathering " + id);
        }
        if (known.held() != null || known.calledOff() != null) {
            return refuse(Refusal.Reason.WRONG_STATE, "gathering: " + id + " is over");
        }
        if (!known.terms().siteIds().contains(site)) {
            return refuse(Refusal.Reason.INVALID, "site: the gathering has no such site");
        }
        if (!known.terms().ageIds().contains(age)) {
            return refuse(Refusal.Reason.INVALID, "age: the gathering has no such age band");
        }
        if (persons == 0 || Math.abs(persons) > MOST_AT_ONCE || form.isEmpty() || form.length() > 100) {
            return refuse(Refusal.Reason.INVALID, "persons: from 1 to " + MOST_AT_ONCE + " come at once");
        }
        if (attendance(id).getOrDefault(site + "/" + age, 0L) + persons < 0) {
            return refuse(Refusal.Reason.INVALID, "persons: so many are not checked in there");
        }
        store.checkIn(id, form, site, age, persons);
        return Optional.empty();
    }

    private static Optional<Refusal> refuse(Refusal.Reason reason, String sentence) {
        return Optional.of(new Refusal(reason, sentence));
    }

    /** Persons who are checked in, by site and age band, joined by a slash; not for the public. */
    public Map<String, Long> attendance(GatheringId id) {
        return store.checkedIn(id);
    }

    /** Tells how many came, with nothing that singles out somebody. */
    public Answer hold(GatheringId id, CommandOrigin origin) {
        if (!(reader.gathering(id) instanceof Announced known)) {
            return commands.send(new HoldGathering(id, 0, List.of(), List.of()), origin);
        }
        GatheringTerms terms = known.terms();
        Map<String, Long> attendance = attendance(id);
        long total = attendance.values().stream().mapToLong(Long::longValue).sum();
        return commands.send(
                new HoldGathering(
                        id,
                        total,
                        terms.sites().size() < 2
                                ? List.of()
                                : Tables.margin(terms.siteIds(), attendance, 0, terms.least()),
                        terms.ages().size() < 2
                                ? List.of()
                                : Tables.margin(terms.ageIds(), attendance, 1, terms.least())),
                origin);
    }
}
