package eu.urne.engine.store.trial;

import com.google.protobuf.ByteString;
import eu.urne.engine.store.trial.TrialFaults.AppendFault;
import eu.urne.engine.store.trial.TrialLedger.Outcome;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.kurrent.dbclient.proto.shared.Shared;
import io.kurrent.dbclient.proto.streams.StreamsGrpc;
import io.kurrent.dbclient.proto.streams.StreamsOuterClass.AppendReq;
import io.kurrent.dbclient.proto.streams.StreamsOuterClass.AppendResp;
import io.kurrent.dbclient.proto.streams.StreamsOuterClass.ReadReq;
import io.kurrent.dbclient.proto.streams.StreamsOuterClass.ReadResp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The service Streams of one node: Read and Append. */
final class TrialStreams extends StreamsGrpc.StreamsImplBase {

    /** As the server's default. */
    private static final int MAX_APPEND_BYTES = 1_048_576;

    private static final Metadata.Key<String> EXCEPTION =
            Metadata.Key.of("exception", Metadata.ASCII_STRING_MARSHALLER);

    private final TrialLedger ledger;
    private final TrialFaults faults;
    private final TrialEventStoreDb node;

    TrialStreams(TrialLedger ledger, TrialFaults faults, TrialEventStoreDb node) {
        this.ledger = ledger;
        this.faults = faults;
        this.node = node;
    }

    @Override
    public StreamObserver<AppendReq> append(StreamObserver<AppendResp> answers) {
        return new StreamObserver<>() {
            private AppendReq.@Nullable Options options;
            private final List<TrialEvent.Proposed> proposed = new ArrayList<>();

            @Override
            public void onNext(AppendReq request) {
                if (request.hasOptions()) {
                    options = request.getOptions();
                } else {
                    proposed.add(proposed(request.getProposedMessage()));
                }
            }

            @Override
            public void onError(Throwable lost) {
                proposed.clear(); // the caller went away before it had said everything
            }

            @Override
            public void onCompleted() {
                try {
                    complete(Objects.requireNonNull(options), proposed, answers);
                } catch (StatusRuntimeException e) {
                    answers.onError(e);
                }
            }
        };
    }

    private static TrialEvent.Proposed proposed(AppendReq.ProposedMessage message) {
        Shared.UUID.Structured id = message.getId().getStructured();
        Map<String, String> system = new HashMap<>(message.getMetadataMap());
        if (!system.containsKey("type") || !system.containsKey("content-type")) {
            throw Status.INVALID_ARGUMENT
                    .withDescription("Required Metadata Property is missing")
                    .asRuntimeException();
        }
        system.put("created", Long.toString(System.currentTimeMillis() * 10_000));
        return new TrialEvent.Proposed(
                new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits()),
                system,
                message.getCustomMetadata(),
                message.getData());
    }

    private void complete(
            AppendReq.Options options, List<TrialEvent.Proposed> proposed, StreamObserver<AppendResp> answers) {
        node.checkMayWrite();
        node.checkLeader();
        int bytes = proposed.stream().mapToInt(one -> one.data().size()).sum();
        if (bytes > MAX_APPEND_BYTES) {
            throw failure(
                    Status.INVALID_ARGUMENT,
                    "Maximum Append Size of 1048576 Exceeded.",
                    "maximum-append-size-exceeded");
        }
        AppendFault fault = faults.ofAppend();
        if (fault == AppendFault.UNAVAILABLE_BEFORE) {
            throw Status.UNAVAILABLE.withDescription("Server Is Not Ready").asRuntimeException();
        } else if (fault == AppendFault.NOT_LEADER) {
            throw node.notLeader();
        } else if (fault == AppendFault.SILENT_BEFORE) {
            return;
        }
        Outcome outcome = ledger.append(streamName(options.getStreamIdentifier()), expected(options), proposed);
        if (fault == AppendFault.UNAVAILABLE_AFTER) {
            throw Status.UNAVAILABLE.withDescription("connection reset").asRuntimeException();
        } else if (fault == AppendFault.TIMEOUT_AFTER) {
            throw Status.ABORTED.withDescription("Operation timed out: commit").asRuntimeException();
        } else if (fault != AppendFault.SILENT_AFTER) {
            answers.onNext(answer(outcome, options));
            answers.onCompleted();
        }
    }

    static StatusRuntimeException failure(Status status, String description, String exception) {
        Metadata trailers = new Metadata();
        trailers.put(EXCEPTION, exception);
        return status.withDescription(description).asRuntimeException(trailers);
    }

    private static String streamName(Shared.StreamIdentifier id) {
        return id.getStreamName().toStringUtf8();
    }

    private static long expected(AppendReq.Options options) {
        return switch (options.getExpectedStreamRevisionCase()) {
            case REVISION -> options.getRevision();
            case NO_STREAM -> TrialLedger.NO_STREAM;
            case ANY -> TrialLedger.ANY;
            case STREAM_EXISTS -> TrialLedger.STREAM_EXISTS;
            case EXPECTEDSTREAMREVISION_NOT_SET -> throw Status.INVALID_ARGUMENT.asRuntimeException();
        };
    }

    private static AppendResp answer(Outcome outcome, AppendReq.Options options) {
        return switch (outcome) {
            case Outcome.Written(TrialEvent last) ->
                AppendResp.newBuilder()
                        .setSuccess(AppendResp.Success.newBuilder()
                                .setCurrentRevision(last.revision())
                                .setPosition(AppendResp.Position.newBuilder()
                                        .setCommitPosition(last.position())
                                        .setPreparePosition(last.position())))
                        .build();
            case Outcome.WrongRevision(long revision) ->
                AppendResp.newBuilder()
                        .setWrongExpectedVersion(wrong(revision, options))
                        .build();
        };
    }

    private static AppendResp.WrongExpectedVersion.Builder wrong(long revision, AppendReq.Options options) {
        Shared.Empty empty = Shared.Empty.getDefaultInstance();
        var wrong = AppendResp.WrongExpectedVersion.newBuilder();
        if (revision < 0) {
            wrong.setCurrentNoStream(empty).setNoStream2060(empty);
        } else {
            wrong.setCurrentRevision(revision).setCurrentRevision2060(revision);
        }
        switch (options.getExpectedStreamRevisionCase()) {
            case REVISION ->
                wrong.setExpectedRevision(options.getRevision()).setExpectedRevision2060(options.getRevision());
            case NO_STREAM -> wrong.setExpectedNoStream(empty).setExpectedRevision2060(-1);
            case STREAM_EXISTS -> wrong.setExpectedStreamExists(empty).setStreamExists2060(empty);
            case ANY, EXPECTEDSTREAMREVISION_NOT_SET ->
                wrong.setExpectedAny(empty).setAny2060(empty);
        }
        return wrong;
    }

    @Override
    public void read(ReadReq request, StreamObserver<ReadResp> answers) {
        try {
            ReadReq.Options options = request.getOptions();
            node.checkMayRead(options.hasAll());
            node.checkLeader();
            if (options.hasSubscription()) {
                new TrialSubscription(ledger, faults, node, options, (ServerCallStreamObserver<ReadResp>) answers)
                        .start();
            } else {
                readPage(options, answers);
            }
        } catch (StatusRuntimeException e) {
            answers.onError(e);
        }
    }

    private void readPage(ReadReq.Options options, StreamObserver<ReadResp> answers) {
        boolean backwards = options.getReadDirection() == ReadReq.Options.ReadDirection.Backwards;
        List<TrialEvent> events;
        if (options.hasStream()) {
            String name = streamName(options.getStream().getStreamIdentifier());
            events = ledger.stream(name);
            if (events.isEmpty()) {
                answers.onNext(ReadResp.newBuilder()
                        .setStreamNotFound(ReadResp.StreamNotFound.newBuilder()
                                .setStreamIdentifier(Shared.StreamIdentifier.newBuilder()
                                        .setStreamName(ByteString.copyFromUtf8(name))))
                        .build());
                answers.onCompleted();
                return;
            }
        } else {
            events = ledger.all();
        }
        List<TrialEvent> ordered = backwards ? events.reversed() : events;
        ordered.stream()
                .filter(event -> isFrom(options, event, backwards))
                .limit(options.getCount())
                .map(event -> ReadResp.newBuilder().setEvent(event.onWire()).build())
                .forEach(answers::onNext);
        answers.onCompleted();
    }

    private static boolean isFrom(ReadReq.Options options, TrialEvent event, boolean backwards) {
        if (options.hasStream() && options.getStream().hasRevision()) {
            long from = options.getStream().getRevision();
            return backwards ? event.revision() <= from : event.revision() >= from;
        }
        if (options.hasAll() && options.getAll().hasPosition()) {
            long from = options.getAll().getPosition().getCommitPosition();
            return backwards ? event.position() < from : event.position() >= from;
        }
        boolean fromEnd = options.hasStream()
                ? options.getStream().hasEnd()
                : options.getAll().hasEnd();
        return backwards || !fromEnd;
    }
}
