package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** What is said over REST about a youth council of six seats, four of the nord and two of the sud. */
final class Drawing {

    static final String COUNCIL = "/api/councils/youth";
    static final String DRAW = "/api/draws/youth-2027";

    static final String TERMS = """
            {"terms":{"council":"youth","title":"Conseil des jeunes","kind":"youth","members":"PERSONS",
             "seats":6,"termMonths":24,"demonstration":true,
             "procedure":{"notice":5,"quorum":{"share":1,"of":2},"majority":"simple","casting":true,"proxies":1,
              "remote":true,"absences":3,"agenda":"ALTERNATE"}}}""";

    static final String DRAW_TERMS = """
            {"terms":{"draw":"youth-2027","council":"youth","seats":6,"from":"2027-01-01","until":"2029-01-01",
             "who":{"kind":"AGE_BETWEEN","from":11,"to":20,"on":"2027-01-01"},
             "attributes":[{"id":"district","of":"RESIDENCE","values":["nord","sud"]}],
             "composition":{"kind":"STRATA","by":["district"],"short":{"kind":"EMPTY"},
              "cells":[{"seats":4,"values":["nord"]},{"seats":2,"values":["sud"]}]}}}""";

    static final String SOURCES = """
            {"sources":[{"randomness":{"kind":"DICE","name":"Dix dés, salle du conseil, 3 novembre","dice":10,
             "sides":6},"from":"2026-11-03T18:00:00+01:00"}]}""";

    static final String DICE = "{\"values\":[\"3 6 1 1 5 2 4 6 3 2\"]}";

    private Drawing() {}

    /** A city with a council. */
    static Budgeting established(Budgeting city) {
        city.accepted("/api/councils", TERMS);
        return city;
    }

    /** A city with a council, for whose seats persons can stand. */
    static Budgeting announced(Budgeting city) {
        established(city).accepted("/api/draws", DRAW_TERMS);
        return city;
    }

    /** Adds a person of an age for the council to the register. */
    static String person(Budgeting city, int number, String district) {
        return city.post("/api/registers/youth/persons", """
                        {"familyName":"Martin","givenName":"Jeune %d","birthDate":"2012-05-%02d",
                         "district":"%s"}""".formatted(number, number + 1, district))
                .json()
                .get("person")
                .asString();
    }

    /** With twenty persons who stand, seven of them of the sud: who they are. */
    static List<String> standing(Budgeting city) {
        return standing(city, DRAW_TERMS);
    }

    /** The same for a draw with other terms. */
    static List<String> standing(Budgeting city, String terms) {
        established(city).accepted("/api/draws", terms);
        city.post("/api/registers", "{\"register\":\"youth\",\"title\":\"Jeunes\"}");
        List<String> persons = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            persons.add(person(city, i, i % 3 == 0 ? "sud" : "nord"));
            city.accepted(DRAW + "/candidacies", stand(persons.getLast()));
        }
        return persons;
    }

    static String stand(String person) {
        return "{\"person\":\"" + person + "\"}";
    }

    /** With the pool frozen, and the dice not thrown before the next day. */
    static List<String> frozen(Budgeting city) {
        List<String> persons = standing(city);
        city.accepted(DRAW + "/pool", SOURCES);
        return persons;
    }

    /** With members drawn: two persons have read the dice. */
    static List<String> drawn(Budgeting city) {
        List<String> persons = frozen(city);
        city.clock.set(MovableClock.midnight("2026-11-04"));
        city.accepted(DRAW + "/randomness", DICE);
        assertThat(city.postBySecond(DRAW + "/randomness", DICE).status()).isEqualTo(201);
        return persons;
    }

    /** The terms of the council with a reason. */
    static String revised(String member, String other) {
        return TERMS.replace(member, other).replaceFirst("}$", ",\"reason\":\"Plus de monde\"}");
    }
}
