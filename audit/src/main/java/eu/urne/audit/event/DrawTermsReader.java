package eu.urne.audit.event;

import eu.urne.audit.council.DrawTerms;
import eu.urne.audit.draw.Cell;
import eu.urne.audit.draw.Codes;
import eu.urne.audit.draw.Composition;
import eu.urne.audit.draw.Quota;
import eu.urne.audit.json.Json;
import eu.urne.audit.json.Json.JsonObject;
import eu.urne.audit.json.Json.JsonText;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.Members;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the terms of a draw (docs/formats/councils.md, section 3.1). */
final class DrawTermsReader {
    private static final Set<String> SOURCES = Set.of("AGE", "RESIDENCE", "STUDIES", "SITE", "GROUP", "TOLD");

    private static final int OLDEST_CHILD = 25;

    private DrawTermsReader() {}

    static DrawTerms read(Json json) throws MalformedException {
        Members terms = Members.withOptional(
                json,
                "terms",
                Set.of("consentBelow"),
                "attributes",
                "composition",
                "council",
                "draw",
                "from",
                "seats",
                "until",
                "who");
        checkConsent(terms);
        SortedMap<String, List<String>> attributes = attributes(terms);
        int seats = CouncilForms.seat(terms, "seats", 1);
        Composition composition = composition(terms.value("composition"));
        if (!attributes.keySet().containsAll(composition.attributes())) {
            throw terms.wrong("composition", "names an attribute that is none of 'attributes'");
        }
        checkComposition(terms, composition, attributes, seats);
        DefinitionContext.checkWho(terms.value("who"));
        return new DrawTerms(
                CouncilForms.id(terms, "draw"),
                CouncilForms.id(terms, "council"),
                attributes,
                composition,
                seats,
                CouncilForms.day(terms, "from"),
                CouncilEventReader.until(terms));
    }

    private static void checkComposition(
            Members terms, Composition composition, SortedMap<String, List<String>> attributes, int seats)
            throws MalformedException {
        if (composition instanceof Composition.Strata strata) {
            if (strata.seats() != seats) {
                throw terms.wrong("seats", "is " + seats + ", but the cells have " + strata.seats() + " together");
            }
            for (Cell cell : strata.cells()) {
                checkValues(terms, attributes, strata.by(), cell.values());
            }
        }
        if (composition instanceof Composition.Quotas(List<Quota> quotas)) {
            for (Quota quota : quotas) {
                checkValues(terms, attributes, List.of(quota.attribute()), List.of(quota.value()));
            }
        }
    }

    private static void checkConsent(Members terms) throws MalformedException {
        if (terms.has("consentBelow")) {
            terms.integer("consentBelow", 1, OLDEST_CHILD);
        }
    }

    private static void checkValues(
            Members terms, SortedMap<String, List<String>> attributes, List<String> names, List<String> values)
            throws MalformedException {
        for (int i = 0; i < names.size(); i++) {
            if (!attributes.getOrDefault(names.get(i), List.of()).contains(values.get(i))) {
                throw terms.wrong(
                        "composition",
                        "names the value '" + values.get(i) + "', which '" + names.get(i) + "' does not have");
            }
        }
    }

    private static Composition composition(Json json) throws MalformedException {
        String kind = json instanceof JsonObject object && object.members().get("kind") instanceof JsonText(String text)
                ? text
                : "";
        return switch (kind) {
            case "STRATA" -> Composition.strata(Members.exactly(json, "composition", "by", "cells", "kind", "short"));
            case "QUOTAS" -> Composition.quotas(Members.exactly(json, "composition", "kind", "quotas"));
            default ->
                throw new MalformedException("composition has the kind '" + kind + "', which is none of this version");
        };
    }

    private static SortedMap<String, List<String>> attributes(Members terms) throws MalformedException {
        SortedMap<String, List<String>> attributes = new TreeMap<>();
        for (Json element : terms.array("attributes")) {
            Members attribute = Members.withOptional(element, "attribute", Set.of("on"), "id", "of", "values");
            String of = attribute.text("of");
            if (!SOURCES.contains(of)) {
                throw attribute.wrong("of", "is no value of this version");
            }
            if (of.equals("AGE") != attribute.has("on")) {
                throw attribute.wrong("on", "is there exactly with AGE");
            }
            if (attribute.has("on")) {
                CouncilForms.day(attribute, "on");
            }
            List<String> values = attribute.texts("values");
            for (String value : values) {
                Codes.value(value);
            }
            if (values.size() < 2 || values.size() > 40 || new HashSet<>(values).size() < values.size()) {
                throw attribute.wrong("values", "is not an array of 2 to 40 different values");
            }
            if (attributes.put(Codes.name(attribute.text("id")), values) != null) {
                throw terms.wrong("attributes", "has an attribute twice");
            }
        }
        if (attributes.size() > 6) {
            throw terms.wrong("attributes", "has more than 6 attributes");
        }
        return attributes;
    }
}
