package org.example.leak;

import de.starface.core.component.StarfaceComponentProvider;
import de.starface.core.component.events.StarfaceEventService;
import de.vertico.starface.module.core.model.VariableType;
import de.vertico.starface.module.core.model.Visibility;
import de.vertico.starface.module.core.runtime.IBaseExecutable;
import de.vertico.starface.module.core.runtime.IRuntimeEnvironment;
import de.vertico.starface.module.core.runtime.annotations.Function;
import de.vertico.starface.module.core.runtime.annotations.OutputVar;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Starts a thread, a timer, a pool and a subscription that go on when the function is over. */
@Function(visibility = Visibility.Private, description = "Starts what goes on")
public class StartPolling implements IBaseExecutable {

    static Thread poller;
    static Timer ticker;
    static ScheduledExecutorService pool;
    static StateListener listener;
    static volatile int rounds;

    @OutputVar(label = "Started", description = "How many things were started", type = VariableType.NUMBER)
    public Integer started = 0;

    @Override
    public void execute(IRuntimeEnvironment context) {
        poller = new Thread(StartPolling::poll, "Leak-Poller");
        poller.setDaemon(true);
        poller.start();
        ticker = new Timer("Leak-Ticker", true);
        ticker.schedule(new TimerTask() {
            @Override
            public void run() {
                rounds++;
            }
        }, 1000, 1000);
        pool = Executors.newScheduledThreadPool(1, task -> new Thread(task, "Leak-Pool"));
        pool.scheduleAtFixedRate(StartPolling::count, 1, 1, TimeUnit.SECONDS);
        listener = new StateListener();
        events().subscribe(listener);
        started = 4;
    }

    static StarfaceEventService events() {
        return (StarfaceEventService) StarfaceComponentProvider.getInstance().fetch(StarfaceEventService.class);
    }

    private static void poll() {
        try {
            while (true) {
                Thread.sleep(1000);
                rounds++;
            }
        } catch (InterruptedException error) {
            Thread.currentThread().interrupt();
        }
    }

    private static void count() {
        rounds++;
    }
}
