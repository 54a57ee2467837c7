package eu.urne.engine.store.trial;

import eu.urne.engine.store.trial.TrialFaults.DeliveryFault;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.kurrent.dbclient.proto.streams.StreamsOuterClass.ReadReq;
import io.kurrent.dbclient.proto.streams.StreamsOuterClass.ReadResp;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A subscription to {@code $all}: what stands behind a position, then what comes, without what the filter drops;
 * checkpoints after so many events looked at, and one where it has caught up.
 */
final class TrialSubscription {

    private static final int DUPLICATES = 3;

    /** Nobody ever counts it down. */
    private static final CountDownLatch SLOWNESS = new CountDownLatch(1);

    private final TrialLedger ledger;
    private final TrialFaults faults;
    private final TrialEventStoreDb node;
    private final ServerCallStreamObserver<ReadResp> answers;
    private final Predicate<TrialEvent> filter;
    private final long checkpointInterval;
    private int next;
    private long sinceCheckpoint;
    private boolean live;

    TrialSubscription(
            TrialLedger ledger,
            TrialFaults faults,
            TrialEventStoreDb node,
            ReadReq.Options options,
            ServerCallStreamObserver<ReadResp> answers) {
        if (!options.hasAll()) {
            throw Status.UNIMPLEMENTED
                    .withDescription("this server subscribes to $all only")
                    .asRuntimeException();
        }
        this.ledger = ledger;
        this.faults = faults;
        this.node = node;
        this.answers = answers;
        this.filter = filter(options);
        this.checkpointInterval = options.hasFilter()
                ? (long) options.getFilter().getMax() * options.getFilter().getCheckpointIntervalMultiplier()
                : Long.MAX_VALUE;
        ReadReq.Options.AllOptions from = options.getAll();
        this.next = from.hasStart()
                ? 0
                : from.hasEnd()
                        ? ledger.size()
                        : ledger.countUpTo(from.getPosition().getCommitPosition());
    }

    private static Predicate<TrialEvent> filter(ReadReq.Options options) {
        if (!options.hasFilter()) {
            return event -> true;
        }
        var expression = options.getFilter().getStreamIdentifier();
        if (!expression.getRegex().isEmpty()) {
            return event -> Pattern.compile(expression.getRegex())
                    .matcher(event.stream())
                    .find();
        }
        return event -> expression.getPrefixList().stream().anyMatch(event.stream()::startsWith);
    }

    void start() {
        answers.setOnCancelHandler(ledger::wake);
        answers.setOnReadyHandler(ledger::wake);
        Thread.ofVirtual().name("trial-subscription").start(this::run);
    }

    private void run() {
        try {
            answers.onNext(ReadResp.newBuilder()
                    .setConfirmation(ReadResp.SubscriptionConfirmation.newBuilder()
                            .setSubscriptionId(UUID.randomUUID().toString()))
                    .build());
            while (!answers.isCancelled() && node.isRunning()) {
                if (!answers.isReady()) {
                    ledger.awaitMoreThan(Integer.MAX_VALUE, 100);
                } else if (next < ledger.size()) {
                    if (!deliver(ledger.at(next++))) {
                        return;
                    }
                } else {
                    catchUp();
                    ledger.awaitMoreThan(next, 100);
                    next = Math.min(next, ledger.size());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!answers.isCancelled()) {
                throw e;
            }
        }
    }

    private void catchUp() {
        if (live || next == 0) {
            return;
        }
        live = true;
        checkpoint(ledger.at(next - 1));
        answers.onNext(ReadResp.newBuilder()
                .setCaughtUp(ReadResp.CaughtUp.getDefaultInstance())
                .build());
    }

    /** Whether the subscription goes on. */
    private boolean deliver(TrialEvent event) throws InterruptedException {
        if (filter.test(event)) {
            DeliveryFault fault = faults.ofDelivery();
            if (fault == DeliveryFault.DROP || fault == DeliveryFault.CANCEL) {
                Status status = fault == DeliveryFault.DROP ? Status.UNAVAILABLE : Status.CANCELLED;
                answers.onError(status.asRuntimeException());
                return false;
            } else if (fault == DeliveryFault.HANG) {
                return false;
            } else if (fault == DeliveryFault.SLOW) {
                SLOWNESS.await(200, TimeUnit.MILLISECONDS);
            } else if (fault == DeliveryFault.DUPLICATE) {
                again();
            }
            answers.onNext(ReadResp.newBuilder().setEvent(event.onWire()).build());
        }
        if (++sinceCheckpoint >= checkpointInterval) {
            checkpoint(event);
        }
        return true;
    }

    private void again() {
        for (int i = Math.max(0, next - 1 - DUPLICATES); i < next - 1; i++) {
            TrialEvent before = ledger.at(i);
            if (filter.test(before)) {
                answers.onNext(ReadResp.newBuilder().setEvent(before.onWire()).build());
            }
        }
    }

    private void checkpoint(TrialEvent event) {
        sinceCheckpoint = 0;
        answers.onNext(ReadResp.newBuilder()
                .setCheckpoint(ReadResp.Checkpoint.newBuilder()
                        .setCommitPosition(event.position())
                        .setPreparePosition(event.position()))
                .build());
    }
}
