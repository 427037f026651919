package org.example.probe;

/** Has a method that a later version lacks. */
public class Helper {
    public static int gone() {
        return 1;
    }
}
