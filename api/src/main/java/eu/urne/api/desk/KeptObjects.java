package eu.urne.api.desk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;

/**
 * Java objects of sessions as bytes in the desk's database. Only classes of which sessions are made are read again, so
 * that who can write a row cannot have other code run.
 */
final class KeptObjects {

    private static final ObjectInputFilter ALLOWED = ObjectInputFilter.Config.createFilter(
            "maxdepth=20;maxrefs=2000;maxarray=2000;maxbytes=65536;eu.urne.api.desk.SignedIn;"
                    + "org.springframework.security.**;java.lang.*;java.util.*;java.time.*;"
                    + "java.net.URI;java.net.URL;!*");

    private KeptObjects() {}

    static byte[] bytes(Object object) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        } catch (IOException e) {
            throw new UncheckedIOException("what a session holds cannot be kept", e);
        }
        return bytes.toByteArray();
    }

    static Object object(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(ALLOWED);
            return in.readObject();
        } catch (InvalidClassException e) {
            throw new IllegalStateException("a session holds what no session holds", e);
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("a session cannot be read", e);
        }
    }
}
