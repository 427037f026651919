package org.example.leak;

import de.vertico.starface.module.core.model.Visibility;
import de.vertico.starface.module.core.runtime.IBaseExecutable;
import de.vertico.starface.module.core.runtime.IRuntimeEnvironment;
import de.vertico.starface.module.core.runtime.annotations.Function;

/** Stops what {@link StartPolling} started, and waits until it has stopped. */
@Function(visibility = Visibility.Private, description = "Stops what goes on")
public class StopPolling implements IBaseExecutable {

    @Override
    public void execute(IRuntimeEnvironment context) throws Exception {
        if (StartPolling.poller == null) return;
        StartPolling.poller.interrupt();
        StartPolling.ticker.cancel();
        StartPolling.pool.shutdownNow();
        StartPolling.events().unsubscribe(StartPolling.listener);
        StartPolling.poller.join();
    }
}
