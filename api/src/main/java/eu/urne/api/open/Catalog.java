package eu.urne.api.open;

import eu.urne.engine.EngineJson;
import eu.urne.projections.BudgetSummary;
import eu.urne.projections.PollSummary;
import java.net.URI;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A catalogue of data sets in the application profile of the European data portals (DCAT-AP 3.0), as JSON-LD. Addresses
 * are relative to the catalogue where the public address of the server is not told.
 */
final class Catalog {

    /** A form in which a data set can be had. */
    private record Form(String extension, String mediaType, String fileType) {}

    private static final Form CSV = new Form("csv", "text/csv", "CSV");
    private static final Form JSON = new Form("json", "application/json", "JSON");
    private static final Form PABULIB = new Form("pb", "text/plain", "TXT");
    private static final String MEDIA_TYPE = "https://www.iana.org/assignments/media-types/";
    private static final String FILE_TYPE = "http://publications.europa.eu/resource/authority/file-type/";
    private static final String GOVERNMENT = "http://publications.europa.eu/resource/authority/data-theme/GOVE";

    private final PublisherSettings settings;
    private final ObjectNode catalog = EngineJson.MAPPER.createObjectNode();
    private final ArrayNode datasets;

    /** A catalogue without data sets. */
    Catalog(PublisherSettings settings) {
        this.settings = settings;
        ObjectNode context = catalog.putObject("@context");
        context.put("dcat", "http://www.w3.org/ns/dcat#");
        context.put("dct", "http://purl.org/dc/terms/");
        context.put("foaf", "http://xmlns.com/foaf/0.1/");
        settings.address().map(URI::toString).ifPresent(base -> context.put("@base", base));
        catalog.put("@id", "/api/catalog");
        catalog.put("@type", "dcat:Catalog");
        catalog.put("dct:title", "Open data of " + settings.publisher().name());
        catalog.put("dct:description", "Participatory budgets and polls behind their outcome.");
        catalog.set("dct:publisher", publisher());
        reference(catalog, "dcat:themeTaxonomy", "http://publications.europa.eu/resource/authority/data-theme");
        this.datasets = catalog.putArray("dcat:dataset");
    }

    private ObjectNode publisher() {
        return EngineJson.MAPPER
                .createObjectNode()
                .put("@id", "/api/catalog#publisher")
                .put("@type", "foaf:Agent")
                .put("foaf:name", settings.publisher().name());
    }

    /** Adds a poll whose outcome is declared. */
    void add(PollSummary poll) {
        boolean motion = poll.kind().equals("MOTION");
        ObjectNode dataset = dataset(
                "/api/polls/" + poll.poll(),
                poll.title().isBlank() ? poll.poll().value() : poll.title(),
                "Poll \"" + poll.title() + "\": options, outcome with reasons, and every ballot, opened and unlinked"
                        + " from its voter.",
                motion ? List.of(CSV, JSON) : List.of(CSV, JSON, PABULIB));
        dataset.put("dct:identifier", poll.poll().value());
    }

    /** Adds a budget from its outcome on. */
    void add(BudgetSummary budget) {
        ObjectNode dataset = dataset(
                "/api/budgets/" + budget.budget(),
                budget.title(),
                "Participatory budget \"" + budget.title() + "\": published proposals with costs, and what became of"
                        + " them" + (budget.demonstration() ? " (demonstration data)." : "."),
                List.of(CSV, JSON));
        dataset.put("dct:identifier", "budget/" + budget.budget());
    }

    private ObjectNode dataset(String address, String title, String description, List<Form> forms) {
        ObjectNode dataset = datasets.addObject();
        dataset.put("@id", address);
        dataset.put("@type", "dcat:Dataset");
        dataset.put("dct:title", title);
        dataset.put("dct:description", description);
        dataset.set("dct:publisher", publisher());
        reference(dataset, "dcat:theme", GOVERNMENT);
        reference(dataset, "dct:accessRights", "http://publications.europa.eu/resource/authority/access-right/PUBLIC");
        ArrayNode distributions = dataset.putArray("dcat:distribution");
        for (Form form : forms) {
            String file = address + "/open-data." + form.extension();
            ObjectNode distribution = distributions.addObject();
            distribution.put("@id", file);
            distribution.put("@type", "dcat:Distribution");
            reference(distribution, "dcat:accessURL", address);
            reference(distribution, "dcat:downloadURL", file);
            reference(distribution, "dcat:mediaType", MEDIA_TYPE + form.mediaType());
            reference(distribution, "dct:format", FILE_TYPE + form.fileType());
            settings.licence().ifPresent(licence -> reference(distribution, "dct:license", licence.toString()));
        }
        return dataset;
    }

    private static void reference(ObjectNode node, String property, String address) {
        node.putObject(property).put("@id", address);
    }

    /** The catalogue. */
    ObjectNode json() {
        return catalog;
    }
}
