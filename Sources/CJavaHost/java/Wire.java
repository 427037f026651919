package sfm.host;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Frames to the runtime: a length of four bytes, a type of one, a payload. A frame is made by one thread and written
 * whole, so that threads of the module never mix.
 */
final class Wire {
  static final int READY = 1;
  static final int RESULT = 2;
  static final int THROWN = 3;
  static final int LOG = 4;
  static final int REQUEST = 5;
  static final int DUMPED = 6;
  static final int LEFT = 7;
  static final int OUTPUT = 8;
  static final int EXITING = 9;
  static final int FLOOD = 10;

  /** What the runtime takes in one frame. */
  static final int LARGEST = 64 << 20;

  private static OutputStream stream;

  private Wire() {}

  static void open(OutputStream out) {
    stream = out;
  }

  private static IOException tooLarge(int bytes) {
    return new IOException("a value of " + bytes + " bytes is more than the " + LARGEST + " that pass");
  }

  /** A frame being made. */
  static final class Frame {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    final DataOutputStream out = new DataOutputStream(bytes);

    Frame(int type) throws IOException {
      out.writeInt(0);
      out.writeByte(type);
    }

    Frame text(String text) throws IOException {
      if (text.length() > LARGEST) throw tooLarge(text.length());
      byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(encoded.length);
      out.write(encoded);
      return this;
    }

    Frame number(long number) throws IOException {
      out.writeLong(number);
      return this;
    }

    Frame count(int count) throws IOException {
      out.writeInt(count);
      return this;
    }

    Frame octet(int octet) throws IOException {
      out.writeByte(octet);
      return this;
    }

    Frame value(Object value) throws IOException {
      Values.write(value, this, 0);
      return this;
    }

    void send() throws IOException {
      byte[] frame = bytes.toByteArray();
      if (frame.length > LARGEST) {
        throw tooLarge(frame.length);
      }
      int size = frame.length - 4;
      frame[0] = (byte) (size >>> 24);
      frame[1] = (byte) (size >>> 16);
      frame[2] = (byte) (size >>> 8);
      frame[3] = (byte) size;
      synchronized (Wire.class) {
        stream.write(frame);
        stream.flush();
      }
    }
  }
}
