package eu.urne.engine.store.trial;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.kurrent.dbclient.proto.gossip.GossipGrpc;
import io.kurrent.dbclient.proto.gossip.GossipOuterClass.ClusterInfo;
import io.kurrent.dbclient.proto.gossip.GossipOuterClass.EndPoint;
import io.kurrent.dbclient.proto.gossip.GossipOuterClass.MemberInfo;
import io.kurrent.dbclient.proto.serverfeatures.ServerFeaturesGrpc;
import io.kurrent.dbclient.proto.serverfeatures.Serverfeatures.SupportedMethods;
import io.kurrent.dbclient.proto.shared.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One node of a server that speaks EventStoreDB's gRPC protocol on 127.0.0.1 and keeps its events in memory: streams
 * with expected revisions and idempotent writes, {@code $all} with filter, subscriptions, gossip, access. Faults are
 * injected through {@link #faults()}. Several nodes of one cluster share their events; one of them leads.
 */
public final class TrialEventStoreDb implements AutoCloseable {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> REQUIRES_LEADER =
            Metadata.Key.of("requires-leader", Metadata.ASCII_STRING_MARSHALLER);
    private static final Context.Key<Metadata> HEADERS = Context.key("headers");

    /** Ports are chosen here and not by the system: the client reads those of a cluster as signed 16-bit numbers. */
    private static final int FIRST_PORT = 20_000;

    private static final int PORTS = 12_000;
    private static final int PORT_ATTEMPTS = 20;

    /** What may be done with the server. */
    public enum Access {
        /** Everybody may do everything. */
        OPEN,
        /** Only {@code admin} with the password {@code changeit}. */
        ADMIN,
        /** {@code $all} may not be read. */
        NO_ALL,
        /** Nothing may be written. */
        READ_ONLY
    }

    private final TrialLedger ledger;
    private final TrialFaults faults = new TrialFaults();
    private final List<TrialEventStoreDb> cluster;
    private volatile boolean leads;
    private volatile Access access = Access.OPEN;
    private volatile @Nullable Server server;
    private int port;

    private TrialEventStoreDb(TrialLedger ledger, List<TrialEventStoreDb> cluster, boolean leads) {
        this.ledger = ledger;
        this.cluster = cluster;
        this.leads = leads;
        cluster.add(this);
    }

    /** Starts a node that stands alone. */
    public static TrialEventStoreDb start() {
        return cluster(1).getFirst();
    }

    /** Starts that many nodes; the first leads. */
    public static List<TrialEventStoreDb> cluster(int nodes) {
        TrialLedger ledger = new TrialLedger();
        List<TrialEventStoreDb> cluster = new CopyOnWriteArrayList<>();
        for (int i = 0; i < nodes; i++) {
            new TrialEventStoreDb(ledger, cluster, i == 0).resume();
        }
        return cluster;
    }

    /** Listens again after {@link #stop()}, on the same port. */
    public void resume() {
        for (int attempt = 0; server == null; attempt++) {
            int wanted = port == 0 ? FIRST_PORT + new Random().nextInt(PORTS) : port;
            try {
                server = listening(wanted);
                port = wanted;
            } catch (IOException e) {
                if (attempt == PORT_ATTEMPTS) {
                    throw new UncheckedIOException("no port for a trial server", e);
                }
            }
        }
    }

    private Server listening(int wanted) throws IOException {
        return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .intercept(new HeadersInContext())
                .addService(new TrialStreams(ledger, faults, this))
                .addService(new Features())
                .addService(new Gossip())
                .build()
                .start();
    }

    /** Cuts all connections and listens no more; the events stay. */
    public void stop() {
        Server running = server;
        server = null;
        if (running != null) {
            try {
                running.shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Cuts all connections. */
    public void dropConnections() {
        stop();
        resume();
    }

    boolean isRunning() {
        return server != null;
    }

    /** Connection string of this node alone, without credentials; patient, for machines that do much at once. */
    public String connection() {
        return connection(20_000);
    }

    /** The same with a deadline for each call. */
    public String connection(long deadlineMs) {
        return "esdb://127.0.0.1:" + port + options(deadlineMs);
    }

    /** Connection string of the whole cluster. */
    public String clusterConnection() {
        return cluster.stream().map(node -> "127.0.0.1:" + node.port).collect(Collectors.joining(",", "esdb://", ""))
                + options(20_000);
    }

    private static String options(long deadlineMs) {
        return "?tls=false&gossipTimeout=20000&discoveryInterval=100&defaultDeadline=" + deadlineMs;
    }

    /** What goes wrong here. */
    public TrialFaults faults() {
        return faults;
    }

    /** From now on only this may be done. */
    public void allow(Access what) {
        access = what;
    }

    /** Makes this node the leader. */
    public void lead() {
        cluster.forEach(node -> node.leads = node == this);
    }

    /** Number of events of all streams. */
    public int size() {
        return ledger.size();
    }

    /** Names of all streams, in the order in which they began. */
    public List<String> streams() {
        return ledger.all().stream().map(TrialEvent::stream).distinct().toList();
    }

    /** Number of events of a stream. */
    public int size(String stream) {
        return ledger.stream(stream).size();
    }

    /** The bytes of an event of a stream. */
    public byte[] data(String stream, int revision) {
        return ledger.stream(stream).get(revision).data().toByteArray();
    }

    /** Forgets all events but the first so many, as the restore of an old backup would. */
    public void restoreTo(int size) {
        ledger.truncate(size);
    }

    /** Writes an event as a stranger. */
    public void write(String stream, String type, byte[] data) {
        ledger.append(
                stream,
                TrialLedger.ANY,
                List.of(new TrialEvent.Proposed(
                        UUID.randomUUID(),
                        Map.of("type", type, "content-type", "application/json", "created", "0"),
                        com.google.protobuf.ByteString.EMPTY,
                        com.google.protobuf.ByteString.copyFrom(data))));
    }

    @Override
    public void close() {
        new ArrayList<>(cluster).forEach(TrialEventStoreDb::stop);
    }

    void checkMayRead(boolean all) {
        checkKnown();
        if (access == Access.NO_ALL && all) {
            throw denied();
        }
    }

    void checkMayWrite() {
        checkKnown();
        if (access == Access.READ_ONLY) {
            throw denied();
        }
    }

    private void checkKnown() {
        String expected =
                "Basic " + Base64.getEncoder().encodeToString("admin:changeit".getBytes(StandardCharsets.UTF_8));
        if (access == Access.ADMIN && !expected.equals(header(AUTHORIZATION))) {
            throw Status.UNAUTHENTICATED.asRuntimeException();
        }
    }

    private static StatusRuntimeException denied() {
        return TrialStreams.failure(Status.PERMISSION_DENIED, "Access Denied", "access-denied");
    }

    void checkLeader() {
        if (!leads && "true".equalsIgnoreCase(header(REQUIRES_LEADER))) {
            throw notLeader();
        }
    }

    private static @Nullable String header(Metadata.Key<String> key) {
        Metadata headers = HEADERS.get();
        return headers == null ? null : headers.get(key);
    }

    StatusRuntimeException notLeader() {
        TrialEventStoreDb leader =
                cluster.stream().filter(node -> node.leads).findFirst().orElse(this);
        Metadata trailers = new Metadata();
        trailers.put(Metadata.Key.of("exception", Metadata.ASCII_STRING_MARSHALLER), "not-leader");
        trailers.put(Metadata.Key.of("leader-endpoint-host", Metadata.ASCII_STRING_MARSHALLER), "127.0.0.1");
        trailers.put(
                Metadata.Key.of("leader-endpoint-port", Metadata.ASCII_STRING_MARSHALLER),
                Integer.toString(leader.port));
        return Status.NOT_FOUND.withDescription("Leader info available").asRuntimeException(trailers);
    }

    private static final class HeadersInContext implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            return Contexts.interceptCall(Context.current().withValue(HEADERS, headers), call, headers, next);
        }
    }

    private static final class Features extends ServerFeaturesGrpc.ServerFeaturesImplBase {
        @Override
        public void getSupportedMethods(Shared.Empty request, StreamObserver<SupportedMethods> answers) {
            answers.onNext(SupportedMethods.newBuilder()
                    .setEventStoreServerVersion("24.10.0")
                    .build());
            answers.onCompleted();
        }
    }

    private final class Gossip extends GossipGrpc.GossipImplBase {
        @Override
        public void read(Shared.Empty request, StreamObserver<ClusterInfo> answers) {
            ClusterInfo.Builder info = ClusterInfo.newBuilder();
            for (TrialEventStoreDb node : cluster) {
                info.addMembers(MemberInfo.newBuilder()
                        .setInstanceId(Shared.UUID
                                .newBuilder()
                                .setString(UUID.randomUUID().toString()))
                        .setState(node.leads ? MemberInfo.VNodeState.Leader : MemberInfo.VNodeState.Follower)
                        .setIsAlive(node.isRunning())
                        .setHttpEndPoint(
                                EndPoint.newBuilder().setAddress("127.0.0.1").setPort(node.port)));
            }
            answers.onNext(info.build());
            answers.onCompleted();
        }
    }
}
