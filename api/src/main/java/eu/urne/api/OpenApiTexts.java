package eu.urne.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;

/** What the description of the interface says about itself. */
final class OpenApiTexts {

    private OpenApiTexts() {}

    static OpenAPI describe() {
        return new OpenAPI()
                .info(new Info()
                        .title("Urne")
                        .version("1")
                        .description("Participatory budgets and votes as an event-sourced, publicly verifiable log. "
                                + "Errors are RFC 9457 problem details with types urn:urne:problem:<reason>.")
                        .license(new License().name("see the repository")))
                .components(new Components()
                        .addSecuritySchemes(
                                "staff",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("staff key")));
    }
}
