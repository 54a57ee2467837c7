package eu.urne.engine.pabulib.internal;

import java.util.ArrayList;
import java.util.List;

/** What is odd about a file but does not prevent the count, in the order in which it was found. */
public final class Notes {

    private final List<String> sentences = new ArrayList<>();

    /** Notes one sentence. */
    public void add(String sentence) {
        sentences.add(sentence);
    }

    /** Everything noted. */
    public List<String> sentences() {
        return List.copyOf(sentences);
    }
}
