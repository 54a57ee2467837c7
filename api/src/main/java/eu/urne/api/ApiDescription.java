package eu.urne.api;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import eu.urne.api.web.StaffOrigin;
import eu.urne.engine.budget.Author;
import eu.urne.engine.council.Composition;
import eu.urne.engine.poll.CountingRule;
import eu.urne.engine.poll.OptionVerdict;
import eu.urne.engine.roll.EligibilityRule;
import eu.urne.engine.sortition.PublicRandomness;
import eu.urne.engine.sortition.Shortage;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Set;

/** What the description of the interface says beyond what follows from the handlers. */
final class ApiDescription {

    private static final String STAFF = "staff";
    private static final String TABLET = "tablet";
    private static final String JSON = "application/json";

    /** Parts of paths where something is posted that is no command, or many at once. */
    private static final List<String> WITHOUT_RECEIPT =
            List.of("/register/", "/api/registers", "/voters/all", "/pseudonyms");

    /** Where something is posted that is no command. */
    private static final Set<String> NO_COMMANDS = Set.of(
            "/api/blobs",
            "/api/councils/{council}/signers/{signer}/codes",
            "/api/signing/code",
            "/api/signing/inbox",
            "/api/tablets",
            "/api/tablets/enrolments");

    private ApiDescription() {}

    /** Title, key of the staff, and the bodies that all operations share. */
    static OpenAPI head() {
        return new OpenAPI()
                .info(new Info()
                        .title("Urne")
                        .version("1")
                        .description("Participatory budgets and votes as an event-sourced, publicly verifiable log. "
                                + "Errors are RFC 9457 problem details with types urn:urne:problem:<reason>."))
                .components(new Components()
                        .addSecuritySchemes(
                                STAFF,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("staff key"))
                        .addSecuritySchemes(
                                TABLET,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.HEADER)
                                        .name("Authorization")
                                        .description("Tablet <tablet>.<secret>")));
    }

    /** Completes every operation: receipts of commands, problems, the key of the staff. */
    static void complete(OpenAPI api) {
        api.getComponents().addSchemas("Receipt", receipt()).addSchemas("Problem", problem());
        nameForms(api, CountingRule.class);
        nameForms(api, OptionVerdict.class);
        nameForms(api, Author.class);
        nameForms(api, EligibilityRule.class);
        nameForms(api, Composition.class);
        nameForms(api, PublicRandomness.class);
        nameForms(api, Shortage.class);
        api.getPaths().forEach((path, item) -> {
            item.readOperationsMap().forEach((method, operation) -> complete(path, method, operation));
        });
    }

    /** Tells by which value of the discriminator each form of a type is known. */
    private static void nameForms(OpenAPI api, Class<?> type) {
        Discriminator discriminator =
                api.getComponents().getSchemas().get(type.getSimpleName()).getDiscriminator();
        for (JsonSubTypes.Type form : type.getAnnotation(JsonSubTypes.class).value()) {
            discriminator.mapping(
                    form.name(), "#/components/schemas/" + form.value().getSimpleName());
        }
    }

    /** Whether it writes to the log and is answered with a receipt. */
    private static boolean isCommand(String path, PathItem.HttpMethod method) {
        return switch (method) {
            case POST -> !NO_COMMANDS.contains(path) && WITHOUT_RECEIPT.stream().noneMatch(path::contains);
            case DELETE -> path.startsWith("/api/blobs/");
            default -> false;
        };
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().removeIf(parameter -> "Accept".equals(parameter.getName()));
        }
        boolean command = isCommand(path, method);
        if (path.equals("/api/receipts/{entry}") || command) {
            Content receipt =
                    content(JSON, "Receipt").addMediaType("text/plain", new MediaType().schema(new StringSchema()));
            if (command) {
                operation
                        .getResponses()
                        .addApiResponse(
                                "201",
                                new ApiResponse().description("in the log").content(receipt));
            }
            operation
                    .getResponses()
                    .addApiResponse(
                            "200",
                            new ApiResponse()
                                    .description("stood in the log before; or nothing had to change")
                                    .content(receipt));
        }
        secure(path, operation);
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("a problem")
                                .content(content("application/problem+json", "Problem")));
    }

    /** Who may ask: the staff by their keys, tablets by their secrets. */
    private static void secure(String path, Operation operation) {
        if (operation.getTags() != null && operation.getTags().contains(STAFF)) {
            operation.addSecurityItem(new SecurityRequirement().addList(STAFF));
            operation.addParametersItem(new HeaderParameter()
                    .name(StaffOrigin.IDEMPOTENCY_KEY)
                    .schema(new StringSchema().pattern("[A-Za-z0-9._:-]{1,100}"))
                    .description("the same request with the same key is the same command"));
        } else if (path.startsWith("/api/tablets/self")) {
            operation.addSecurityItem(new SecurityRequirement().addList(TABLET));
        } else if (path.startsWith("/api/register-log/")) {
            operation.addSecurityItem(new SecurityRequirement().addList(STAFF));
        }
    }

    private static Content content(String type, String schema) {
        return new Content()
                .addMediaType(type, new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + schema)));
    }

    private static Schema<?> receipt() {
        return new ObjectSchema()
                .addProperty("index", new IntegerSchema().format("int64").description("of the last event"))
                .addProperty("events", new IntegerSchema())
                .addProperty("log", new StringSchema().example("public"))
                .addProperty("code", new Schema<>().$ref("#/components/schemas/CodeReply"))
                .addProperty("receipt", new StringSchema().example("c2sp.org/tlog-proof@v1\nextra …\nindex 7\n…"));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("type", new StringSchema().example("urn:urne:problem:wrong-state"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().example("the poll children-2026 is closed"))
                .addProperty("instance", new StringSchema());
    }
}
