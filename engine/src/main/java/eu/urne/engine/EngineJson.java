package eu.urne.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.introspect.AnnotationIntrospectorPair;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** The one way in which commands, events and definitions become JSON and back. */
public final class EngineJson {

    /** The mapper; safe for use by many threads. */
    public static final JsonMapper MAPPER = configure(JsonMapper.builder()).build();

    private EngineJson() {}

    private static void refuseScalars(MutableCoercionConfig config) {
        config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    /** The JSON of a value, as reading what is written gives it. */
    public static JsonNode tree(Object value) {
        return MAPPER.readTree(MAPPER.writeValueAsBytes(value));
    }

    /**
     * Absent values are left out; unknown and missing members are errors, and so is a number where a string belongs, or
     * a string where a number or a boolean belongs.
     */
    public static <B extends MapperBuilder<?, B>> B configure(B builder) {
        return builder.changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual, EngineJson::refuseScalars)
                .annotationIntrospector(
                        AnnotationIntrospectorPair.pair(builder.annotationIntrospector(), new NullnessIntrospector()));
    }
}
