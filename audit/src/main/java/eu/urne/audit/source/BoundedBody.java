package eu.urne.audit.source;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A body that may have so many bytes; of a longer one the rest is never asked for. */
final class BoundedBody implements HttpResponse.BodySubscriber<Optional<byte[]>> {
    private final int maxBytes;
    private final List<byte[]> parts = new ArrayList<>();
    private final CompletableFuture<Optional<byte[]>> body = new CompletableFuture<>();
    private int length;
    private Flow.@Nullable Subscription subscription;

    BoundedBody(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Gives the bytes; empty if there are too many. */
    @Override
    public CompletionStage<Optional<byte[]>> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        newSubscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        boolean fits = buffers.stream().allMatch(this::take);
        Flow.Subscription current = subscription;
        if (!fits) {
            parts.clear();
            body.complete(Optional.empty());
            if (current != null) {
                current.cancel();
            }
        } else if (current != null) {
            current.request(1);
        }
    }

    private boolean take(ByteBuffer buffer) {
        if (buffer.remaining() > maxBytes - length) {
            return false;
        }
        byte[] part = new byte[buffer.remaining()];
        buffer.get(part);
        parts.add(part);
        length += part.length;
        return true;
    }

    @Override
    public void onError(Throwable error) {
        body.completeExceptionally(error);
    }

    @Override
    public void onComplete() {
        ByteBuffer all = ByteBuffer.allocate(length);
        parts.forEach(all::put);
        parts.clear();
        body.complete(Optional.of(all.array()));
    }
}
