package eu.urne.engine.roll;

import java.time.LocalDate;

/**
 * Ages by the rule of docs/formats/events.md, section 2.1: a year is completed when the day of birth has come round;
 * after 29 February that is 1 March where there is no such day.
 */
public final class Age {

    private Age() {}

    /** The day on which so many years are completed. */
    public static LocalDate completed(LocalDate birthDate, int years) {
        LocalDate day = birthDate.plusYears(years);
        return day.getDayOfMonth() == birthDate.getDayOfMonth() ? day : day.plusDays(1);
    }

    /** The years completed on a day; below 0 before the birth. */
    public static int on(LocalDate birthDate, LocalDate day) {
        int years = day.getYear() - birthDate.getYear();
        return completed(birthDate, years).isAfter(day) ? years - 1 : years;
    }
}
