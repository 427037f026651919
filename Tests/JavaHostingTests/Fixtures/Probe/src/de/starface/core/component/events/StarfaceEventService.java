package de.starface.core.component.events;

/** To compile against. At run time the platform's class wins. */
public class StarfaceEventService {
    public void subscribe(Object listener) {
    }

    public void unsubscribe(Object listener) {
    }
}
