package eu.urne.api.web;

import eu.urne.engine.EngineJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/** Refuses bodies in JSON with a text that cannot be stored ({@link StorableText}). */
@ControllerAdvice
public final class StorableBodies extends RequestBodyAdviceAdapter {

    /** The first byte of what would be half a surrogate pair in UTF-8, if its second is one of the upper half. */
    private static final byte SURROGATE = (byte) 0xED;

    private static final byte UPPER_HALF = (byte) 0xA0;

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return JacksonJsonHttpMessageConverter.class.isAssignableFrom(converter);
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage input,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        byte[] body = input.getBody().readAllBytes();
        if (isSuspect(body)) {
            check(body);
        }
        return new Read(input.getHeaders(), body);
    }

    /** Whether such a text may be in it: only escapes and surrogates can say one. */
    private static boolean isSuspect(byte[] body) {
        for (int i = 0; i + 1 < body.length; i++) {
            if ((body[i] == '\\' && body[i + 1] == 'u')
                    || (body[i] == SURROGATE && Byte.compareUnsigned(body[i + 1], UPPER_HALF) >= 0)) {
                return true;
            }
        }
        return false;
    }

    private static void check(byte[] body) {
        try (JsonParser parser = EngineJson.MAPPER.createParser(body)) {
            StorableText.check(parser);
        } catch (JacksonException e) {
            // it is no JSON, which its reader says better
        }
    }

    private record Read(HttpHeaders headers, byte[] body) implements HttpInputMessage {

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}
