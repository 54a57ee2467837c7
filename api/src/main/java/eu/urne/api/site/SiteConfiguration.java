package eu.urne.api.site;

import eu.urne.api.open.PublisherSettings;
import eu.urne.api.web.SettingsFile;
import eu.urne.engine.DataDirectory;
import eu.urne.engine.Engine;
import eu.urne.projections.Views;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** The pages of the public site, and what their templates use. */
@Configuration(proxyBeanMethods = false)
@Import({
    AssessmentPages.class,
    BudgetPages.class,
    ChildrenPages.class,
    CouncilPages.class,
    DrawPages.class,
    InfoPages.class,
    MeetingPages.class,
    MinutesPages.class,
    PageHeaders.class,
    PageProblems.class,
    PollPages.class,
    ProjectPages.class,
    QuestionnairePages.class,
    QuizPages.class,
    StandPages.class
})
public class SiteConfiguration {

    @Bean
    Figures figures(PublisherSettings publisher) {
        return new Figures(publisher.zone());
    }

    @Bean
    PageWords words(MessageSource texts, Figures figures) {
        return new PageWords(texts, figures);
    }

    @Bean
    CouncilWords councilWords(MessageSource texts, Figures figures, PublisherSettings publisher) {
        return new CouncilWords(texts, figures, new CouncilMoments(texts, publisher.zone()));
    }

    @Bean
    MotionWords motionWords(MessageSource texts, CouncilWords councilWords) {
        return new MotionWords(texts, councilWords);
    }

    @Bean
    MinutesPaper minutesPaper(Engine engine, Views views, SpringTemplateEngine templates, ApplicationContext beans) {
        return new MinutesPaper(engine, views, templates, beans);
    }

    @Bean
    InitializingBean linksKeepTheLanguage(SpringTemplateEngine templates) {
        return () -> templates.setLinkBuilder(new LanguageLinks());
    }

    @Bean
    SettingsFile<Quiz> quizFile(DataDirectory data) {
        return new SettingsFile<>(data.file("quiz.yaml"), Quiz.class, Quiz.BUILT_IN);
    }
}
