package eu.urne.api.desk;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.store.StoreException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Tells browsers at the desk on a page what goes wrong; whoever asks for JSON gets a problem detail. */
@ControllerAdvice(annotations = DeskPage.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class DeskAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(DeskAdvice.class);

    private final DeskFrames frames;

    /** Pages with these frames. */
    public DeskAdvice(DeskFrames frames) {
        this.frames = frames;
    }

    /** A problem that was found by ourselves. */
    @ExceptionHandler(produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView found(ProblemException e, HttpServletRequest request) {
        return e.problem() == Problem.SIGNED_OUT
                ? new ModelAndView("redirect:" + DeskSecurity.SIGN_IN)
                : page(e.problem(), e.sentence(), request);
    }

    /** The store is busy or failed. */
    @ExceptionHandler(produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView broken(StoreException e, HttpServletRequest request) {
        if (!(e instanceof StoreException.Busy)) {
            LOG.error("the store failed", e);
        }
        return page(Problem.UNAVAILABLE, "the log cannot be written now; send the same again later", request);
    }

    /** What Spring refuses, and defects. */
    @ExceptionHandler(produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView other(Exception e, HttpServletRequest request) {
        if (e instanceof MethodArgumentTypeMismatchException mismatch) {
            return page(Problem.UNKNOWN, "there is no " + mismatch.getName() + " of that name", request);
        }
        if (e instanceof ErrorResponse known) {
            Problem problem = Problem.of(known.getStatusCode().value());
            String detail = known.getBody().getDetail();
            return page(problem, detail == null ? "the request cannot be answered" : detail, request);
        }
        LOG.error("a request failed by a defect", e);
        return page(Problem.DEFECT, "the request failed by a defect of the server", request);
    }

    private ModelAndView page(Problem problem, String sentence, HttpServletRequest request) {
        return new ModelAndView(
                "desk/problem",
                Map.of("problem", problem, "sentence", sentence, "desk", frames.of(request)),
                problem.status());
    }
}
