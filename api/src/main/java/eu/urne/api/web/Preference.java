package eu.urne.api.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;

/** Which form of an answer a client prefers, where there is JSON and another one. */
public final class Preference {

    private Preference() {}

    /**
     * Whether the client names that type, and not JSON.
     *
     * @param accept the request's header; null for none
     */
    public static boolean isFor(MediaType type, @Nullable String accept) {
        if (accept == null) {
            return false;
        }
        try {
            List<MediaType> types = MediaType.parseMediaTypes(accept);
            return types.stream().anyMatch(type::equalsTypeAndSubtype)
                    && types.stream().noneMatch(MediaType.APPLICATION_JSON::equalsTypeAndSubtype);
        } catch (InvalidMimeTypeException e) {
            return false;
        }
    }
}
