package org.example.probe;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a malicious module says to the runtime in the host's name, over the host's own descriptor. */
final class Forgery {
    private Forgery() {
    }

    static void make(String kind) throws Exception {
        try (FileOutputStream wire = new FileOutputStream("/dev/fd/3")) {
            DataOutputStream out = new DataOutputStream(wire);
            switch (kind) {
                case "nonsense": out.write(frame(99, new byte[] {1, 2, 3})); break;
                case "empty": out.writeInt(0); break;
                case "endless": out.writeInt(Integer.MAX_VALUE); break;
                case "counts": out.write(frame(2, result(new byte[] {10, 127, -1, -1, -1}))); break;
                case "depth": out.write(frame(2, result(nested(5000)))); break;
                case "log":
                    byte[] line = log("a line that is written again and again, more than the host would let pass");
                    while (true) out.write(line);
                case "questions":
                    for (int i = 0; i < 20_000; i++) out.write(question(1_000_000 + i));
                    break;
                default: throw new IllegalArgumentException(kind);
            }
        }
        Thread.sleep(3_600_000);
    }

    private static byte[] frame(int type, byte[] payload) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(payload.length + 1);
        out.writeByte(type);
        out.write(payload);
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] result(byte[] value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(call());
        out.writeInt(1);
        text(out, "text");
        out.write(value);
        return bytes.toByteArray();
    }

    private static byte[] nested(int depth) {
        byte[] lists = new byte[depth * 5];
        for (int i = 0; i < depth; i++) {
            lists[i * 5] = 10;
            lists[i * 5 + 4] = 1;
        }
        return lists;
    }

    private static byte[] log(String line) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(call());
        out.writeInt(0);
        out.writeByte(2);
        text(out, line);
        return frame(4, bytes.toByteArray());
    }

    private static byte[] question(long number) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(number);
        out.writeLong(call());
        out.writeInt(0);
        text(out, "de.vertico.starface.module.core.ModuleRegistry");
        text(out, "getModules");
        text(out, "()Ljava/util/List;");
        out.writeByte(0);
        out.writeInt(0);
        return frame(5, bytes.toByteArray());
    }

    /** The number of the call that runs: its thread is named by it. */
    private static long call() {
        String name = Thread.currentThread().getName();
        return Long.parseLong(name.substring(name.lastIndexOf('-') + 1));
    }
}
