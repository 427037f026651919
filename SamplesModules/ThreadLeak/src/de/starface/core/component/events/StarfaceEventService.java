package de.starface.core.component.events;

/** As the module was compiled against it; the platform's own class wins over it. */
public class StarfaceEventService {

    public void subscribe(Object listener) {
    }

    public void unsubscribe(Object listener) {
    }
}
