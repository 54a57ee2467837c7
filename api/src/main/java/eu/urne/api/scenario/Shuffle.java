package eu.urne.api.scenario;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Puts lists into an order in which nothing about their elements shows; the same seed gives the same order. */
final class Shuffle {

    private Shuffle() {}

    /** Shuffles a list in place (Fisher and Yates). */
    static void of(List<?> list, SplittableRandom random) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, random.nextInt(i + 1));
        }
    }
}
