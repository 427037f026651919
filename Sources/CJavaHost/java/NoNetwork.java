package sfm.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.DatagramSocketImpl;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ProtocolFamily;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;

/**
 * Refuses Java's sockets, for systems whose kernel does not shut the network for one process. Native code and processes
 * that the module starts are not covered.
 */
public final class NoNetwork extends SelectorProvider {
  private static final String REFUSAL = "Network is unreachable (modules have no network here unless it is allowed)";

  /** For Java, which makes it by name. */
  public NoNetwork() {}

  static void install() throws IOException {
    Socket.setSocketImplFactory(Refusing::new);
    ServerSocket.setSocketFactory(Refusing::new);
    DatagramSocket.setDatagramSocketImplFactory(RefusingDatagrams::new);
  }

  private static SocketException refusal() {
    return new SocketException(REFUSAL);
  }

  @Override public DatagramChannel openDatagramChannel() throws IOException { throw refusal(); }
  @Override public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException { throw refusal(); }
  @Override public Pipe openPipe() throws IOException { throw refusal(); }
  @Override public AbstractSelector openSelector() throws IOException { throw refusal(); }
  @Override public ServerSocketChannel openServerSocketChannel() throws IOException { throw refusal(); }
  @Override public SocketChannel openSocketChannel() throws IOException { throw refusal(); }

  private static final class Refusing extends SocketImpl {
    @Override protected void create(boolean stream) throws IOException { throw refusal(); }
    @Override protected void connect(String host, int port) throws IOException { throw refusal(); }
    @Override protected void connect(InetAddress address, int port) throws IOException { throw refusal(); }
    @Override protected void connect(SocketAddress address, int timeout) throws IOException { throw refusal(); }
    @Override protected void bind(InetAddress host, int port) throws IOException { throw refusal(); }
    @Override protected void listen(int backlog) throws IOException { throw refusal(); }
    @Override protected void accept(SocketImpl socket) throws IOException { throw refusal(); }
    @Override protected InputStream getInputStream() throws IOException { throw refusal(); }
    @Override protected OutputStream getOutputStream() throws IOException { throw refusal(); }
    @Override protected int available() { return 0; }
    @Override protected void close() {}
    @Override protected void sendUrgentData(int data) throws IOException { throw refusal(); }
    @Override public void setOption(int option, Object value) throws SocketException { throw refusal(); }
    @Override public Object getOption(int option) throws SocketException { throw refusal(); }
  }

  private static final class RefusingDatagrams extends DatagramSocketImpl {
    @Override protected void create() throws SocketException { throw refusal(); }
    @Override protected void bind(int port, InetAddress address) throws SocketException { throw refusal(); }
    @Override protected void send(DatagramPacket packet) throws IOException { throw refusal(); }
    @Override protected int peek(InetAddress address) throws IOException { throw refusal(); }
    @Override protected int peekData(DatagramPacket packet) throws IOException { throw refusal(); }
    @Override protected void receive(DatagramPacket packet) throws IOException { throw refusal(); }
    @Deprecated @Override protected void setTTL(byte ttl) throws IOException { throw refusal(); }
    @Deprecated @Override protected byte getTTL() throws IOException { throw refusal(); }
    @Override protected void setTimeToLive(int ttl) throws IOException { throw refusal(); }
    @Override protected int getTimeToLive() throws IOException { throw refusal(); }
    @Override protected void join(InetAddress address) throws IOException { throw refusal(); }
    @Override protected void leave(InetAddress address) throws IOException { throw refusal(); }
    @Override protected void joinGroup(SocketAddress address, NetworkInterface face) throws IOException { throw refusal(); }
    @Override protected void leaveGroup(SocketAddress address, NetworkInterface face) throws IOException { throw refusal(); }
    @Override protected void close() {}
    @Override public void setOption(int option, Object value) throws SocketException { throw refusal(); }
    @Override public Object getOption(int option) throws SocketException { throw refusal(); }
  }
}
