package eu.urne.engine;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.Serial;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/** Tells Jackson which components of a record may be null: those that say so. All others may not, nor be missing. */
final class NullableMembers extends NopAnnotationIntrospector {

    @Serial
    private static final long serialVersionUID = 1;

    @Override
    public JsonSetter.@Nullable Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
        return annotated instanceof AnnotatedParameter parameter
                        && parameter.getMember() instanceof Constructor<?> constructor
                        && constructor.getDeclaringClass().isRecord()
                ? JsonSetter.Value.forValueNulls(isNullable(constructor, parameter) ? Nulls.SET : Nulls.FAIL)
                : null;
    }

    private static boolean isNullable(Constructor<?> constructor, AnnotatedParameter parameter) {
        return constructor.getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(Nullable.class);
    }
}
