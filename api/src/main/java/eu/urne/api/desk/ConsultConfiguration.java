package eu.urne.api.desk;

import eu.urne.api.rest.AnswerIntake;
import eu.urne.api.rest.GatheringController;
import eu.urne.api.rest.QuestionnaireCommandController;
import eu.urne.api.rest.QuestionnaireController;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Questionnaires and gatherings, over REST and at the desk. */
@Configuration(proxyBeanMethods = false)
@Import({
    AnswerIntake.class,
    ConsultDesk.class,
    GatheringController.class,
    GatheringDesk.class,
    GatheringPages.class,
    QuestionnaireCommandController.class,
    QuestionnaireController.class,
    SheetDesk.class
})
public class ConsultConfiguration {}
