package org.example.leak;

/** Hears of what happens on the appliance, for as long as the event service knows it. */
public class StateListener {

    public void onEvent(Object event) {
        StartPolling.rounds++;
    }
}
