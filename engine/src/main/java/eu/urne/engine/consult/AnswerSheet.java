package eu.urne.engine.consult;

import eu.urne.engine.EngineJson;
import eu.urne.engine.consult.internal.ReplyReader;
import eu.urne.engine.log.CanonicalJson;
import eu.urne.engine.log.TreeHash;
import eu.urne.engine.poll.Hash;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The replies of one answer by the ids of their questions; it fits its questionnaire.
 *
 * @param replies only of questions that were answered
 */
public record AnswerSheet(SortedMap<String, Reply> replies) {

    /** Copies the map. */
    public AnswerSheet {
        replies = Collections.unmodifiableSortedMap(new TreeMap<>(replies));
    }

    /**
     * Reads an answer: an object with a member for each question that has a reply (docs/formats/consultations.md,
     * sections 2 and 3).
     *
     * @throws IllegalArgumentException in one sentence that names the question
     */
    public static AnswerSheet read(QuestionnaireTerms terms, JsonNode json) {
        return new AnswerSheet(ReplyReader.read(terms, json));
    }

    /** Its canonical JSON. */
    public byte[] bytes() {
        Map<String, Object> members = new TreeMap<>();
        replies.forEach((question, reply) -> members.put(question, plain(reply)));
        return CanonicalJson.bytes(EngineJson.tree(members));
    }

    private static Object plain(Reply reply) {
        return switch (reply) {
            case Reply.One one -> one.option();
            case Reply.Some some -> some.options();
            case Reply.Whole whole -> whole.value();
            case Reply.Words words -> words.text();
        };
    }

    /** The hash that stands for it in the log. */
    public Hash leaf(byte[] salt) {
        return leaf(salt, bytes());
    }

    /** The hash of the bytes of an answer. */
    public static Hash leaf(byte[] salt, byte[] content) {
        byte[] joined = new byte[salt.length + content.length];
        System.arraycopy(salt, 0, joined, 0, salt.length);
        System.arraycopy(content, 0, joined, salt.length, content.length);
        return Hash.of(TreeHash.leaf(joined));
    }
}
