package eu.urne.engine;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.Serial;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * Tells Jackson what the types say: a component that is not {@link Nullable} must be there and must not be null, nor
 * must be what a list, set or map of it holds.
 */
final class NullnessIntrospector extends NopAnnotationIntrospector {

    @Serial
    private static final long serialVersionUID = 1;

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        return member instanceof AnnotatedParameter parameter ? !isNullable(parameter) : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
        return annotated instanceof AnnotatedParameter parameter
                ? JsonSetter.Value.construct(
                        isNullable(parameter) ? Nulls.DEFAULT : Nulls.FAIL,
                        holdsNull(parameter) ? Nulls.DEFAULT : Nulls.FAIL)
                : JsonSetter.Value.empty();
    }

    private static boolean isNullable(AnnotatedParameter parameter) {
        return type(parameter)
                .map(type -> type.isAnnotationPresent(Nullable.class))
                .orElse(true);
    }

    /** Whether what it holds may be null; of a map, its values. */
    private static boolean holdsNull(AnnotatedParameter parameter) {
        return type(parameter)
                .filter(AnnotatedParameterizedType.class::isInstance)
                .map(type -> ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments())
                .map(held -> held[held.length - 1].isAnnotationPresent(Nullable.class))
                .orElse(true);
    }

    private static Optional<AnnotatedType> type(AnnotatedParameter parameter) {
        if (!(parameter.getOwner().getMember() instanceof Executable executable)) {
            return Optional.empty();
        }
        AnnotatedType[] types = executable.getAnnotatedParameterTypes();
        return parameter.getIndex() < types.length ? Optional.of(types[parameter.getIndex()]) : Optional.empty();
    }
}
