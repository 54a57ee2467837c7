package eu.urne.api.rest;

import eu.urne.api.Server;
import eu.urne.engine.EngineJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** Speaks HTTP to a server under test. */
final class Client {

    record Reply(int status, byte[] bytes, HttpResponse<byte[]> response) {

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return EngineJson.MAPPER.readTree(bytes);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String key;

    Client(Server server, String key) {
        this.base = "http://127.0.0.1:" + server.port();
        this.key = key;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Reply get(String path) {
        return send(request(path));
    }

    Reply post(String path, Object body) {
        return send(json(path, EngineJson.MAPPER.writeValueAsString(body)));
    }

    HttpRequest.Builder json(String path, String body) {
        return request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    HttpRequest.Builder asStaff(HttpRequest.Builder request) {
        return request.header("Authorization", "Bearer " + key);
    }

    Reply staffPost(String path, Object body) {
        return send(asStaff(json(path, EngineJson.MAPPER.writeValueAsString(body))));
    }

    Reply staffPost(String path) {
        return send(asStaff(request(path).POST(BodyPublishers.noBody())));
    }
}
