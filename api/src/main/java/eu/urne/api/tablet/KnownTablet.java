package eu.urne.api.tablet;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.poll.TabletId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * The tablet that asks. A handler takes one as an argument and so answers to tablets only.
 *
 * @param name as the staff calls it
 * @param site id of the site where it stands
 */
public record KnownTablet(TabletId tablet, String name, String site) {

    /** Gives handlers the tablet of a request with the header {@code Authorization: Tablet <tablet>.<secret>}. */
    public static final class Resolver implements HandlerMethodArgumentResolver {

        private static final String SCHEME = "Tablet ";
        private static final int ID_LENGTH = 16;

        private final Tablets tablets;

        /** Asks these tablets. */
        public Resolver(Tablets tablets) {
            this.tablets = tablets;
        }

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == KnownTablet.class;
        }

        @Override
        public KnownTablet resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer model,
                NativeWebRequest web,
                @Nullable WebDataBinderFactory binders) {
            return known(web.getHeader(HttpHeaders.AUTHORIZATION))
                    .orElseThrow(() -> new ProblemException(
                            Problem.NO_TABLET,
                            "Authorization: this tablet is not known, or not any more; enrol it with a code from the"
                                    + " desk"));
        }

        private Optional<KnownTablet> known(@Nullable String header) {
            if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
                return Optional.empty();
            }
            String credential = header.substring(SCHEME.length()).strip();
            return credential.matches("[0-9a-f]{16}\\..+")
                    ? tablets.known(
                            new TabletId(credential.substring(0, ID_LENGTH)), credential.substring(ID_LENGTH + 1))
                    : Optional.empty();
        }
    }
}
