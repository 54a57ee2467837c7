package eu.urne.api.rest;

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

    /** The terms of the council with a reason. */
    static String revised(String member, String other) {
        return TERMS.replace(member, other).replaceFirst("}$", ",\"reason\":\"Plus de monde\"}");
    }
}
