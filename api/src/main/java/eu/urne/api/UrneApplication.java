package eu.urne.api;

import eu.urne.api.desk.AdmissionPages;
import eu.urne.api.desk.BallotPages;
import eu.urne.api.desk.BudgetDesk;
import eu.urne.api.desk.BudgetPages;
import eu.urne.api.desk.BudgetStepPages;
import eu.urne.api.desk.CandidacyPages;
import eu.urne.api.desk.CardPages;
import eu.urne.api.desk.ConsultConfiguration;
import eu.urne.api.desk.CouncilDesk;
import eu.urne.api.desk.CouncilPages;
import eu.urne.api.desk.DebatePages;
import eu.urne.api.desk.DeskAdvice;
import eu.urne.api.desk.DeskArguments;
import eu.urne.api.desk.DeskBeans;
import eu.urne.api.desk.DeskFrames;
import eu.urne.api.desk.DeskGate;
import eu.urne.api.desk.DeskHome;
import eu.urne.api.desk.DeskSecurity;
import eu.urne.api.desk.DrawDesk;
import eu.urne.api.desk.DrawPages;
import eu.urne.api.desk.DrawStepPages;
import eu.urne.api.desk.HallPages;
import eu.urne.api.desk.IdeaDesk;
import eu.urne.api.desk.IdeaStepPages;
import eu.urne.api.desk.LetterPages;
import eu.urne.api.desk.MeetingDesk;
import eu.urne.api.desk.MeetingPages;
import eu.urne.api.desk.MinutesDesk;
import eu.urne.api.desk.MotionDesk;
import eu.urne.api.desk.OwnPages;
import eu.urne.api.desk.PaperPages;
import eu.urne.api.desk.PollPages;
import eu.urne.api.desk.PollStepPages;
import eu.urne.api.desk.RegisterPages;
import eu.urne.api.desk.RoleStepPages;
import eu.urne.api.desk.RoomPage;
import eu.urne.api.desk.SeatStepPages;
import eu.urne.api.desk.ShortlistPages;
import eu.urne.api.desk.SignInPages;
import eu.urne.api.desk.SignerPages;
import eu.urne.api.desk.TabletPages;
import eu.urne.api.desk.UserPages;
import eu.urne.api.desk.WorksDesk;
import eu.urne.api.desk.WorksStepPages;
import eu.urne.api.open.BudgetDataController;
import eu.urne.api.open.CatalogController;
import eu.urne.api.open.PollDataController;
import eu.urne.api.pages.BoothPages;
import eu.urne.api.pages.PageLanguage;
import eu.urne.api.pages.ReceiptPages;
import eu.urne.api.pages.VerifyPage;
import eu.urne.api.rest.BallotController;
import eu.urne.api.rest.BlobArchiveController;
import eu.urne.api.rest.BlobController;
import eu.urne.api.rest.BudgetCommandController;
import eu.urne.api.rest.BudgetController;
import eu.urne.api.rest.CandidacyController;
import eu.urne.api.rest.CardController;
import eu.urne.api.rest.CouncilCommandController;
import eu.urne.api.rest.CouncilController;
import eu.urne.api.rest.DraftController;
import eu.urne.api.rest.DrawCommandController;
import eu.urne.api.rest.DrawController;
import eu.urne.api.rest.HealthController;
import eu.urne.api.rest.ImportController;
import eu.urne.api.rest.LogController;
import eu.urne.api.rest.MeetingCommandController;
import eu.urne.api.rest.MinutesController;
import eu.urne.api.rest.MotionCommandController;
import eu.urne.api.rest.PaperController;
import eu.urne.api.rest.PersonController;
import eu.urne.api.rest.PlanCommandController;
import eu.urne.api.rest.PollCommandController;
import eu.urne.api.rest.PollController;
import eu.urne.api.rest.ProposalCommandController;
import eu.urne.api.rest.ProposalController;
import eu.urne.api.rest.PublishedBlobs;
import eu.urne.api.rest.QuotaPanels;
import eu.urne.api.rest.ReceiptController;
import eu.urne.api.rest.ReconciliationController;
import eu.urne.api.rest.RegisterController;
import eu.urne.api.rest.RegistersController;
import eu.urne.api.rest.SignerController;
import eu.urne.api.rest.SimilarController;
import eu.urne.api.rest.VaultAccessController;
import eu.urne.api.rest.VisibleReplies;
import eu.urne.api.rest.VoterController;
import eu.urne.api.rest.WorksCommandController;
import eu.urne.api.rest.WorksController;
import eu.urne.api.signing.SigningConfiguration;
import eu.urne.api.site.SiteConfiguration;
import eu.urne.api.tablet.KnownTablet;
import eu.urne.api.tablet.PollTabletController;
import eu.urne.api.tablet.TabletController;
import eu.urne.api.tablet.TabletSelfController;
import eu.urne.api.tablet.Tablets;
import eu.urne.api.web.FrontConfiguration;
import eu.urne.api.web.Frontend;
import eu.urne.api.web.Gate;
import eu.urne.api.web.ProblemAdvice;
import eu.urne.api.web.StaffKeys;
import eu.urne.api.web.StaffOrigin;
import eu.urne.api.web.StorableBodies;
import eu.urne.api.web.StorableFields;
import eu.urne.api.web.Visitor;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.EngineJson;
import eu.urne.engine.vault.CandidacyOffice;
import eu.urne.engine.vault.CandidacyOffice.PanelFinder;
import eu.urne.engine.vault.InvitationOffice;
import eu.urne.engine.vault.OwnDataReader;
import eu.urne.engine.vault.Vault;
import eu.urne.engine.vault.VoterOffice;
import eu.urne.projections.Views;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ObjectSchema;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.utils.SpringDocUtils;
import org.springdoc.webmvc.core.configuration.MultipleOpenApiSupportConfiguration;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The web application: which controllers there are and what every request goes through. It names what it uses and scans
 * nothing, which makes it quick to start; {@link Server} gives it the engine and the views.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    LifecycleAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    MultipleOpenApiSupportConfiguration.class,
    PropertyPlaceholderAutoConfiguration.class,
    SpringDocConfigProperties.class,
    SpringDocConfiguration.class,
    SpringDocWebMvcConfiguration.class,
    ThymeleafAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
@Import({
    AdmissionPages.class,
    BallotController.class,
    BallotPages.class,
    BlobArchiveController.class,
    BlobController.class,
    BoothPages.class,
    BudgetCommandController.class,
    BudgetController.class,
    BudgetDataController.class,
    BudgetDesk.class,
    BudgetPages.class,
    BudgetStepPages.class,
    CandidacyController.class,
    CandidacyPages.class,
    CardController.class,
    CardPages.class,
    CatalogController.class,
    CouncilCommandController.class,
    CouncilController.class,
    ConsultConfiguration.class,
    CouncilDesk.class,
    CouncilPages.class,
    DebatePages.class,
    DeskAdvice.class,
    DeskBeans.class,
    DeskHome.class,
    DeskSecurity.class,
    DraftController.class,
    DrawCommandController.class,
    DrawController.class,
    DrawDesk.class,
    DrawPages.class,
    DrawStepPages.class,
    FrontConfiguration.class,
    HallPages.class,
    HealthController.class,
    IdeaDesk.class,
    IdeaStepPages.class,
    ImportController.class,
    LetterPages.class,
    LogController.class,
    MeetingCommandController.class,
    MeetingDesk.class,
    MeetingPages.class,
    MinutesController.class,
    MinutesDesk.class,
    MotionCommandController.class,
    MotionDesk.class,
    OwnPages.class,
    PaperController.class,
    PaperPages.class,
    PersonController.class,
    PlanCommandController.class,
    PollCommandController.class,
    PollController.class,
    PollDataController.class,
    PollPages.class,
    PollStepPages.class,
    PollTabletController.class,
    ProblemAdvice.class,
    ProposalCommandController.class,
    ProposalController.class,
    ReceiptController.class,
    ReceiptPages.class,
    ReconciliationController.class,
    RegisterController.class,
    RegisterPages.class,
    RegistersController.class,
    RoleStepPages.class,
    RoomPage.class,
    SeatStepPages.class,
    ShortlistPages.class,
    SignInPages.class,
    SignerController.class,
    SignerPages.class,
    SigningConfiguration.class,
    SimilarController.class,
    SiteConfiguration.class,
    StorableBodies.class,
    TabletController.class,
    TabletPages.class,
    TabletSelfController.class,
    Tablets.class,
    UserPages.class,
    VaultAccessController.class,
    VerifyPage.class,
    VisibleReplies.class,
    VoterController.class,
    WorksCommandController.class,
    WorksController.class,
    WorksDesk.class,
    WorksStepPages.class
})
public class UrneApplication {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CommandOrigin.class, KnownTablet.class, Visitor.class);
        SpringDocUtils.getConfig().replaceWithSchema(JsonNode.class, new ObjectSchema());
    }

    @Bean
    JsonMapper jsonMapper() {
        return EngineJson.MAPPER;
    }

    @Bean
    PublishedBlobs publishedBlobs(Views views) {
        return blob -> views.proposals().isPublished(blob)
                || views.works().shows(blob)
                || views.councils().shows(blob)
                || views.consultations().shows(blob);
    }

    @Bean
    Frontend frontend() {
        return Frontend.built();
    }

    @Bean
    WebMvcConfigurer gates(StaffKeys keys, DeskFrames frames, Clock clock, Tablets tablets) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new DeskGate(frames));
                registry.addInterceptor(new Gate(keys));
                registry.addInterceptor(new StorableFields());
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/app/*.js")
                        .addResourceLocations("classpath:" + Frontend.LOCATION)
                        .setCacheControl(
                                CacheControl.maxAge(Duration.ofDays(365)).immutable());
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new DeskArguments(clock));
                resolvers.add(new StaffOrigin(clock));
                resolvers.add(new Visitor.Resolver());
                resolvers.add(new KnownTablet.Resolver(tablets));
            }
        };
    }

    @Bean
    VoterOffice voterOffice(Vault vault, Engine engine) {
        VoterOffice office =
                new VoterOffice(vault, engine.commands(), engine.log().reader(), Engine.serializer());
        office.forgetErased();
        return office;
    }

    @Bean
    CandidacyOffice candidacyOffice(Vault vault, Engine engine) {
        return new CandidacyOffice(vault, engine.commands(), engine.draws(), engine.log());
    }

    @Bean
    InvitationOffice invitationOffice(Vault vault, Engine engine) {
        return new InvitationOffice(vault, engine.draws());
    }

    @Bean
    PanelFinder panelFinder() {
        return QuotaPanels::find;
    }

    @Bean
    OwnDataReader ownDataReader(Vault vault, Engine engine) {
        return new OwnDataReader(vault, engine.log().reader(), Engine.serializer());
    }

    @Bean
    LocaleResolver localeResolver() {
        return new PageLanguage();
    }

    @Bean
    OpenAPI openApi() {
        return ApiDescription.head();
    }

    @Bean
    OpenApiCustomizer completeDescription() {
        return ApiDescription::complete;
    }
}
