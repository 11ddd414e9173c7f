package org.provgate.embedded;

import com.robothy.netty.codec.HttpMessageHandler;
import com.robothy.netty.router.Router;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// An S3 endpoint in this process, on the loopback interface alone: LocalS3 with what the gate needs besides. Takes
/// any credentials; it is no test of permissions.
public final class EmbeddedS3 implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private static final int MAX_LINE = 8 * 1024;
    private static final int MAX_HEADERS = 64 * 1024;

    /// A body is put together from pieces, in time that grows with the square of their number.
    private static final int PIECE = 256 * 1024;

    private static final int THREADS = 4;

    private static final long QUIET_MILLIS = 20;

    private final Channel channel;
    private final ChannelGroup connections;
    private final List<EventExecutorGroup> groups;

    private EmbeddedS3(Channel channel, ChannelGroup connections, List<EventExecutorGroup> groups) {
        this.channel = channel;
        this.connections = connections;
        this.groups = groups;
    }

    /// @param port 0 for any that is free
    /// @param changes hears of every change before the client has its answer, from the thread that made it
    /// @throws UncheckedIOException when the port is taken or the folder cannot be used
    public static EmbeddedS3 start(int port, Keep keep, Consumer<ObjectChange> changes) {
        Router router = S3Router.over(Stores.open(keep, changes));
        EventLoopGroup acceptor = loops("s3-accept", 1);
        EventLoopGroup loops = loops("s3-io", 2);
        EventExecutorGroup workers = new DefaultEventExecutorGroup(THREADS, new DefaultThreadFactory("s3-work", true));
        List<EventExecutorGroup> groups = List.of(workers, loops, acceptor);
        ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
        ChannelFuture bound = new ServerBootstrap()
                .group(acceptor, loops)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(PIECE))
                .childHandler(pipeline(connections, workers, router))
                .bind(new InetSocketAddress(InetAddress.ofLiteral(LOOPBACK), port))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            stop(groups);
            throw new UncheckedIOException(
                    "port " + port + " of " + LOOPBACK + " is taken", new IOException(bound.cause()));
        }
        return new EmbeddedS3(bound.channel(), connections, groups);
    }

    /// In memory, on a free port.
    public static EmbeddedS3 inMemory() {
        return start(0, new Keep.InMemory(), _ -> {});
    }

    public int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    public URI endpoint() {
        return URI.create("http://" + LOOPBACK + ":" + port());
    }

    /// A client of this endpoint. The caller closes it.
    public S3Client client() {
        return S3Client.builder()
                .endpointOverride(endpoint())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @Override
    public void close() {
        channel.close().awaitUninterruptibly();
        connections.close().awaitUninterruptibly();
        stop(groups);
    }

    /// One after the other: closed connections say so to the workers, and these once more to the loops.
    private static void stop(List<EventExecutorGroup> groups) {
        groups.forEach(group -> group.shutdownGracefully(QUIET_MILLIS, 2000, TimeUnit.MILLISECONDS)
                .awaitUninterruptibly());
    }

    private static EventLoopGroup loops(String name, int threads) {
        return new MultiThreadIoEventLoopGroup(
                threads, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
    }

    private static ChannelInitializer<SocketChannel> pipeline(
            ChannelGroup connections, EventExecutorGroup workers, Router router) {
        return new ChannelInitializer<>() {
            // The library's handlers block, so they stay off the threads that read and write.
            @SuppressWarnings("deprecation")
            @Override
            protected void initChannel(SocketChannel connection) {
                connections.add(connection);
                connection
                        .pipeline()
                        .addLast(new HttpRequestDecoder(MAX_LINE, MAX_HEADERS, PIECE))
                        .addLast(new HttpResponseEncoder())
                        .addLast(workers, new com.robothy.netty.codec.HttpRequestDecoder())
                        .addLast(workers, new com.robothy.netty.codec.HttpResponseEncoder())
                        .addLast(workers, new HttpMessageHandler(router));
            }
        };
    }
}
