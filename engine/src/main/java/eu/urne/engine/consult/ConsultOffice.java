package eu.urne.engine.consult;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Commands;
import eu.urne.engine.EngineJson;
import eu.urne.engine.Refusal;
import eu.urne.engine.consult.Questionnaire.Counted;
import eu.urne.engine.consult.Questionnaire.Known;
import eu.urne.engine.consult.Questionnaire.Published;
import eu.urne.engine.consult.QuestionnaireCommand.CloseQuestionnaire;
import eu.urne.engine.consult.QuestionnaireCommand.CountAnswers;
import eu.urne.engine.consult.QuestionnaireCommand.EraseAnswers;
import eu.urne.engine.consult.QuestionnaireCommand.IssueCodes;
import eu.urne.engine.consult.QuestionnaireCommand.PublishResults;
import eu.urne.engine.consult.internal.ConsultReader;
import eu.urne.engine.consult.internal.QuestionnaireDecider;
import eu.urne.engine.consult.internal.Tables;
import eu.urne.engine.log.MerkleTree;
import eu.urne.engine.poll.Hash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The steps of questionnaires that need their answers, which stand outside the log. Each step can be repeated after an
 * interruption and goes on where it was.
 */
public final class ConsultOffice {

    private final Commands commands;
    private final ConsultReader reader;
    private final AnswerStore store;

    /** An office that keeps answers here. */
    public ConsultOffice(Commands commands, ConsultReader reader, AnswerStore store) {
        this.commands = commands;
        this.reader = reader;
        this.store = store;
    }

    /** The questionnaire as the log has it now. */
    public Questionnaire questionnaire(QuestionnaireId id) {
        return reader.questionnaire(id);
    }

    /** How many answers it has, which is public. */
    public long answers(QuestionnaireId id) {
        return reader.answers(id);
    }

    /** The sheets that one person has typed, and another one has to. */
    public List<String> waiting(QuestionnaireId id) {
        return store.waiting(id);
    }

    private static Answer refuse(Refusal.Reason reason, String sentence) {
        return new Answer.Refused(new Refusal(reason, sentence));
    }

    /** Lets codes be used, in parts that fit the log. */
    public Answer issue(QuestionnaireId id, List<Hash> codes, CommandOrigin origin) {
        List<Hash> sorted =
                codes.stream().sorted(Comparator.comparing(Hash::hex)).toList();
        if (sorted.isEmpty()) {
            return refuse(Refusal.Reason.INVALID, "codes: at least one is needed");
        }
        Answer answer = new Answer.Unchanged();
        for (int from = 0; from < sorted.size(); from += QuestionnaireDecider.MOST_CODES) {
            List<Hash> part = sorted.subList(from, Math.min(sorted.size(), from + QuestionnaireDecider.MOST_CODES));
            answer = commands.send(new IssueCodes(id, part), from == 0 ? origin : origin.then("part-" + from));
            if (answer instanceof Answer.Refused) {
                return answer;
            }
        }
        return answer;
    }

    /**
     * Closes a questionnaire and tells how many answers it has.
     *
     * @param reason why before its time; null where it is in time
     */
    public Answer close(QuestionnaireId id, @Nullable String reason, CommandOrigin origin) {
        Answer closed = commands.send(new CloseQuestionnaire(id, origin.atMs(), reason), origin);
        if (closed instanceof Answer.Refused) {
            return closed;
        }
        List<Hash> leaves = reader.leaves(id);
        Hash root = Hash.of(MerkleTree.rootOf(leaves.stream().map(Hash::bytes).toList()));
        Answer counted = commands.send(new CountAnswers(id, leaves.size(), root), origin.then("count"));
        store.settle(id, new HashSet<>(leaves));
        return counted instanceof Answer.Unchanged ? closed : counted;
    }

    /** Publishes what the answers say, with nothing that singles out somebody. */
    public Answer publish(QuestionnaireId id, CommandOrigin origin) {
        Questionnaire state = reader.questionnaire(id);
        if (!(state instanceof Counted counted)) {
            return commands.send(new PublishResults(id, List.of()), origin);
        }
        Set<Hash> missing = new HashSet<>(reader.leaves(id));
        List<AnswerSheet> sheets = new ArrayList<>();
        for (KeptAnswer kept : store.all(id)) {
            if (missing.contains(kept.leaf())
                    && AnswerSheet.leaf(kept.salt(), kept.content()).equals(kept.leaf())) {
                missing.remove(kept.leaf());
                sheets.add(sheet(counted.terms(), kept));
            }
        }
        return missing.isEmpty()
                ? commands.send(new PublishResults(id, Tables.of(counted.terms(), sheets)), origin)
                : refuse(
                        Refusal.Reason.WRONG_STATE,
                        "answers: " + missing.size() + " that the log knows are not in consult.db, or changed");
    }

    private static AnswerSheet sheet(QuestionnaireTerms terms, KeptAnswer kept) {
        return AnswerSheet.read(terms, EngineJson.MAPPER.readTree(kept.content()));
    }

    /**
     * All free words to a question; empty before the answers are counted. In their own order: that of the leaves would
     * tell, with the log, which code wrote what.
     */
    public List<String> words(QuestionnaireId id, String question) {
        Questionnaire state = reader.questionnaire(id);
        if (!(state instanceof Counted || state instanceof Published)) {
            return List.of();
        }
        return store.all(id).stream()
                .map(kept -> sheet(((Known) state).terms(), kept).replies().get(question))
                .filter(Objects::nonNull)
                .flatMap(reply -> reply instanceof Reply.Words(String text) ? Stream.of(text) : Stream.empty())
                .sorted()
                .toList();
    }

    /** Erases all answers of a questionnaire that has its results; what was told of them stays. */
    public Answer erase(QuestionnaireId id, String reason, CommandOrigin origin) {
        Answer erased = commands.send(new EraseAnswers(id, reason), origin);
        if (!(erased instanceof Answer.Refused)) {
            store.erase(id);
        }
        return erased;
    }
}
