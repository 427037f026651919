package sfm.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** System.out and System.err of the module: whole lines, each sent with the call that wrote it. */
final class Output extends OutputStream {
  private static final int LONGEST = 8192;

  private final int stream;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(128);

  private Output(int stream) {
    this.stream = stream;
  }

  private static Output out;
  private static Output err;

  static void install() throws IOException {
    out = new Output(1);
    err = new Output(2);
    System.setOut(new PrintStream(out, true, "UTF-8"));
    System.setErr(new PrintStream(err, true, "UTF-8"));
  }

  static void finish() {
    out.flushLine();
    err.flushLine();
  }

  @Override
  public synchronized void write(int octet) {
    if (octet == '\n' || line.size() >= LONGEST) flushLine();
    if (octet != '\n' && octet != '\r') line.write(octet);
  }

  @Override
  public synchronized void write(byte[] bytes, int start, int count) {
    for (int i = start; i < start + count; i++) write(bytes[i]);
  }

  private synchronized void flushLine() {
    if (line.size() == 0) return;
    String text = new String(line.toByteArray(), StandardCharsets.UTF_8);
    line.reset();
    spend(text.length());
    try {
      Origin.write(Origin.current(), new Wire.Frame(Wire.OUTPUT)).octet(stream).text(text).send();
    } catch (IOException error) {
      Runtime.getRuntime().halt(Main.LOST);
    }
  }

  static void log(int level, String message) {
    spend(message.length() + 32);
    try {
      Origin.write(Origin.current(), new Wire.Frame(Wire.LOG)).octet(level).text(message).send();
    } catch (IOException error) {
      Runtime.getRuntime().halt(Main.LOST);
    }
  }

  /** Counts what a call writes; too much ends this JVM, whatever the module catches. */
  private static void spend(int bytes) {
    Origin origin = Origin.current();
    if (origin == null || origin.left.addAndGet(-bytes) >= 0) return;
    try {
      Wire.Frame frame = Origin.write(origin, new Wire.Frame(Wire.FLOOD));
      Traces.writeFrames(Traces.own(new Throwable().getStackTrace()), frame);
      frame.send();
    } catch (IOException error) {
      // The end is the same.
    }
    Runtime.getRuntime().halt(Main.FLOODED);
  }
}
