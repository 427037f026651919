package org.example.probe;

import de.starface.core.component.StarfaceComponentProvider;
import de.starface.core.component.events.StarfaceEventService;
import de.vertico.starface.module.core.ModuleRegistry;
import de.vertico.starface.module.core.model.ModuleInstance;
import de.vertico.starface.module.core.model.ModuleInstanceProject;
import de.vertico.starface.module.core.model.Variable;
import de.vertico.starface.module.core.model.VariableType;
import de.vertico.starface.module.core.model.Visibility;
import de.vertico.starface.module.core.model.resource.FileResource;
import de.vertico.starface.module.core.model.resource.ListResource;
import de.vertico.starface.module.core.model.resource.Resource;
import de.vertico.starface.module.core.model.resource.TimerSettingsResource;
import de.vertico.starface.module.core.runtime.IBaseExecutable;
import de.vertico.starface.module.core.runtime.IRuntimeEnvironment;
import de.vertico.starface.module.core.runtime.annotations.Function;
import de.vertico.starface.module.core.runtime.annotations.InputVar;
import de.vertico.starface.module.core.runtime.annotations.OutputVar;
import de.vertico.starface.module.core.runtime.functions.db.ReadValue;
import de.vertico.starface.persistence.connector.SipAndPhonesHandler;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does what it is told. */
@Function(visibility = Visibility.Public)
public class Act implements IBaseExecutable {

    private static int calls;
    private static final CountDownLatch release = new CountDownLatch(1);
    private static Thread stayed;

    @InputVar(type = VariableType.STRING) public String kind = "";
    @InputVar(type = VariableType.OBJECT) public Object object;
    @OutputVar(type = VariableType.STRING) public String text;
    @OutputVar(type = VariableType.OBJECT) public Object objectOut;

    @Override
    public void execute(IRuntimeEnvironment context) throws Exception {
        calls++;
        switch (kind) {
            case "count": text = "" + calls; break;
            case "pid": text = new java.io.File("/proc/self").getCanonicalFile().getName(); break;
            case "throw": outer(); break; // place: throw
            case "stack": deeper(0); break;
            case "missing": text = "" + Helper.gone(); break; // place: missing
            case "object": objectOut = object == null ? new Thing() : ((Thing) object).next(); break;
            case "print":
                System.out.println("one\ntwo");
                System.err.println("three");
                new FileOutputStream(FileDescriptor.out).write("garbage\0\0\0\1".getBytes());
                text = "" + System.in.read();
                break;
            case "log":
                context.getLog().debug("fine");
                context.getLog().error("hard");
                break;
            case "exit": System.exit(3); break; // place: exit
            case "halt": Runtime.getRuntime().halt(4); break;
            case "exit elsewhere":
                Thread other = new Thread(() -> System.exit(5));
                other.start();
                Thread.sleep(60_000);
                break;
            case "loop": while (true) calls += 2; // place: loop
            case "hunger": hunger(); break;
            case "direct hunger": directHunger(); break;
            case "crash": crash(); break;
            case "exit slowly":
                Runtime.getRuntime().addShutdownHook(new Thread(Act::sleep));
                System.exit(6);
                break;
            case "spawn": new ProcessBuilder("true").start(); break; // place: spawn
            case "open": new URL("http://127.0.0.1:" + object + "/").openStream(); break; // place: open
            case "look up": InetAddress.getByName("example.org"); break; // place: look up
            case "word": text = "" + Class.forName(String.valueOf(object)).getMethod("word").invoke(null); break;
            case "memory": text = "" + (Runtime.getRuntime().maxMemory() >> 20); break;
            case "giant": text = "x".repeat(70 << 20); break;
            case "knot": {
                List<Object> knot = new ArrayList<>();
                knot.add(knot);
                knot.add(knot);
                objectOut = knot;
                break;
            }
            case "mute": objectOut = new Mute(); break;
            case "forge": Forgery.make(String.valueOf(object)); break;
            case "flood": while (true) swallow(); // place: flood
            case "raw flood":
                FileOutputStream out = new FileOutputStream(FileDescriptor.err);
                while (true) out.write(new byte[8192]);
            case "deadlock": deadlock(); break;
            case "leave": leave(); break;
            case "stay": stay(context); break;
            case "release":
                release.countDown();
                stayed.join();
                break;
            case "activate": {
                ModuleRegistry registry = registry();
                registry.activateModuleInstance(registry.getInstance4Edit(String.valueOf(object)), false);
                break;
            }
            case "import": registry().importModule(String.valueOf(object), true); break;
            case "timer": timer(context); break;
            case "file": file(context.getInvocationInfo().getModuleInstance()); break;
            case "connect": text = connect(Integer.parseInt(String.valueOf(object))); break;
            case "components": components(context); break;
            case "save": save(context); break;
            case "read": {
                ReadValue function = new ReadValue();
                function.key = String.valueOf(object);
                function.execute(context);
                text = "read " + function.value;
                break;
            }
            default: text = "nothing";
        }
    }

    private void outer() {
        try {
            inner();
        } catch (IOException error) {
            throw new IllegalStateException("outer", error); // place: outer
        }
    }

    private void inner() throws IOException {
        throw new IOException("inner"); // place: inner
    }

    private int deeper(int depth) {
        return deeper(depth + 1) + 1;
    }

    private void hunger() {
        List<long[]> kept = new ArrayList<>();
        while (true) kept.add(new long[100_000]);
    }

    private void directHunger() {
        List<ByteBuffer> kept = new ArrayList<>();
        while (true) kept.add(ByteBuffer.allocateDirect(1 << 20));
    }

    private void crash() throws Exception {
        Class<?> type = Class.forName("sun.misc.Unsafe");
        Field field = type.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        type.getMethod("putAddress", long.class, long.class).invoke(field.get(null), 0L, 0L);
    }

    private void swallow() {
        try {
            System.out.println("a line that is written again and again");
        } catch (Throwable caught) {
            calls++;
        }
    }

    private void deadlock() throws InterruptedException {
        Object a = new Object();
        Object b = new Object();
        CountDownLatch both = new CountDownLatch(2);
        Thread first = new Thread(() -> hold(a, b, both), "first");
        Thread second = new Thread(() -> hold(b, a, both), "second");
        first.start();
        second.start();
        first.join(); // place: deadlock
    }

    private static void hold(Object one, Object other, CountDownLatch both) {
        synchronized (one) {
            both.countDown();
            try {
                both.await();
            } catch (InterruptedException error) {
                return;
            }
            synchronized (other) {
                calls++;
            }
        }
    }

    private void leave() throws Exception {
        Thread poller = new Thread(Act::sleep, "Poller"); // place: poller
        poller.setDaemon(true);
        poller.start();
        Timer timer = new Timer("Ticker", true); // place: ticker
        timer.schedule(new TimerTask() {
            @Override
            public void run() {
                calls++;
            }
        }, 10, 10);
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(1, task -> new Thread(task, "Pool")); // place: pool
        pool.scheduleAtFixedRate(Act::tick, 1, 1, TimeUnit.SECONDS);
        Thread brief = new Thread(() -> calls++, "Brief");
        brief.start();
        StarfaceEventService events =
            (StarfaceEventService) StarfaceComponentProvider.getInstance().fetch(StarfaceEventService.class);
        events.subscribe(new Listener()); // place: subscribe
        Listener tidy = new Listener();
        events.subscribe(tidy);
        events.unsubscribe(tidy);
    }

    /** Goes on when the call is over, and then logs and asks. */
    private void stay(IRuntimeEnvironment context) {
        String id = context.getInvocationInfo().getModuleInstance().getId();
        stayed = new Thread(() -> {
            try {
                release.await();
                if ("flood".equals(object)) while (true) System.out.println("a line of a thread that nobody stops"); // place: stray
                context.getLog().error("still here");
                context.getLog().error("of " + registry().getInstance(id).getName());
                System.out.println("printed late");
            } catch (Exception error) {
                context.getLog().error(String.valueOf(error));
            }
        }, "Stayer");
        stayed.start();
    }

    private static ModuleRegistry registry() throws Exception {
        return (ModuleRegistry) StarfaceComponentProvider.getInstance().fetch(ModuleRegistry.class);
    }

    private void file(ModuleInstance instance) throws IOException {
        for (Object each : instance.getInputVars()) {
            Variable variable = (Variable) each;
            if (!variable.getName().equals("RING")) continue;
            FileResource resource = instance.getFileResource(variable.getValue());
            text = resource.getRealFileName() + " " + resource.getRealFileExtension() + " "
                + new String(Files.readAllBytes(resource.getRealFile().toPath())).trim();
        }
    }

    private void timer(IRuntimeEnvironment context) throws Exception {
        ModuleRegistry registry = registry();
        ModuleInstanceProject project =
            registry.getInstance4Edit(context.getInvocationInfo().getModuleInstance().getId());
        ModuleInstance instance = (ModuleInstance) project.getObject();
        for (Object each : instance.getInputVars()) {
            Variable variable = (Variable) each;
            if (!variable.getName().equals("TICK")) continue;
            TimerSettingsResource timer = instance.getTimerSettings(variable.getValue());
            text = timer.getMultiplikator() + " " + timer.getPeriod().getName();
            timer.setMultiplikator(7);
        }
        registry.updateModuleInstance(project);
    }

    private static void tick() {
        calls++;
    }

    private static void sleep() {
        try {
            Thread.sleep(3_600_000);
        } catch (InterruptedException error) {
            calls++;
        }
    }

    private String connect(int port) {
        StringBuilder result = new StringBuilder();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            result.append("socket connected");
        } catch (IOException error) {
            result.append("socket refused");
        }
        try (SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port))) {
            result.append(", channel connected");
        } catch (IOException error) {
            result.append(", channel refused");
        }
        try {
            new URL("http://127.0.0.1:" + port + "/").openConnection().connect();
            result.append(", URL connected");
        } catch (IOException error) {
            result.append(", URL refused");
        }
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(new byte[1], 1, InetAddress.getByName("127.0.0.1"), port));
            result.append(", datagram sent");
        } catch (IOException error) {
            result.append(", datagram refused");
        }
        return result.toString();
    }

    private void components(IRuntimeEnvironment context) throws Exception {
        ModuleInstance own = context.getInvocationInfo().getModuleInstance();
        StarfaceComponentProvider provider = StarfaceComponentProvider.getInstance();
        SipAndPhonesHandler phones = (SipAndPhonesHandler) provider.fetch(SipAndPhonesHandler.class);
        ModuleRegistry registry = (ModuleRegistry) provider.fetch(ModuleRegistry.class);
        text = own.getName() + " " + context.getInvocationInfo().getModule().getName() + " " + phones.getPhoneList() + " "
            + registry.getInstance4Edit(own.getId()).getObject().getClass().getSimpleName() + " "
            + (provider.fetch(ModuleRegistry.class) == registry);
    }

    private void save(IRuntimeEnvironment context) throws Exception {
        String id = context.getInvocationInfo().getModuleInstance().getId();
        ModuleRegistry registry = (ModuleRegistry) StarfaceComponentProvider.getInstance().fetch(ModuleRegistry.class);
        ModuleInstanceProject project = registry.getInstance4Edit(id);
        ModuleInstance instance = (ModuleInstance) project.getObject();
        for (Object each : instance.getInputVars()) {
            Variable variable = (Variable) each;
            if (variable.getName().equals("SETTING")) variable.setValue(String.valueOf(object));
        }
        for (Object each : instance.getResources()) {
            ListResource resource = instance.getListResource(((Resource) each).getId());
            resource.setValues(Arrays.asList("x", "y", object));
        }
        registry.updateModuleInstance(project);
        text = registry.getInstance(id).getInputVars().size() + " variables";
    }

    /** Hears events. */
    public static class Listener {
    }

    /** Cannot say what it is. */
    public static class Mute {
        @Override
        public String toString() {
            throw new AssertionError("no words");
        }
    }

    /** Stays on this side. */
    public static class Thing {
        private int number;

        Thing next() {
            number++;
            return this;
        }

        @Override
        public String toString() {
            return "thing " + number;
        }
    }
}
