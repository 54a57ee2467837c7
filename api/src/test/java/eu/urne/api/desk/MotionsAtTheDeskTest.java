package eu.urne.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.council.Motion;
import eu.urne.engine.council.Vote;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Motions are put, debated and voted on by forms of the desk. */
class MotionsAtTheDeskTest extends CouncilRoom {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title      | ''        | title      | sur une ligne
            text       | ''        | text       | de 1 à 20
            mover      | 77        | mover      | Personne n’occupe le siège 77
            mover      | -1        | mover      | un nombre entier
            voting     | LOUD      | voting     | Choisissez dans la liste
            majority   | <script>  | majority   | Choisissez dans la liste
            answerDays | 366       | answerDays | un nombre entier de 0 à 365
            motion     | Ö         | motion     | lettres minuscules
            """)
    void whatIsWrongInAMotionIsSaidBesideItsField(String field, String typed, String beside, String sentence) {
        String page = called();
        Map<String, String> form = motion("wrong", "HANDS");
        form.put(field, typed);
        long before = entries();

        assertThat(step(simone, page, page + "/motions", form))
                .containsPattern("id=\"motion-" + beside + "-problem\">[^<]*" + sentence)
                .contains(field.equals("text") ? "Des lampes &lt;script&gt;" : "&lt;b&gt;des lampes&lt;/b&gt;")
                .doesNotContain("<b>des lampes");
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void amendmentsAndConflictsComeBeforeTheVote() {
        String page = put(opened(), "debated", "HANDS");
        assertThat(step(simone, page, page + "/amendments", Map.of("mover", "88", "text", "x")))
                .containsPattern("id=\"amend-mover-problem\">Personne n’occupe le siège 88");
        assertThat(step(simone, page, page + "/amendments", Map.of("mover", "3", "text", "… et des <bancs>")))
                .contains("L’amendement est noté", "et des &lt;bancs&gt;");
        assertThat(step(simone, page, page + "/open", Map.of())).contains("L’amendement 1 n’est pas encore décidé");
        assertThat(step(simone, page, page + "/amendments/1/decide", Map.of("for", "3", "against", "x")))
                .containsPattern("id=\"decide-1-against-problem\">Écrivez un nombre")
                .containsPattern("id=\"decide-1-for\"[^>]*value=\"3\"");
        step(simone, page, page + "/amendments/1/decide", Map.of("for", "3", "against", "1", "abstained", "0"));
        assertThat(step(simone, page, page + "/open", Map.of())).contains("pas encore dans le texte");
        assertThat(step(simone, page, page + "/amendments/1/text", Map.of("text", "Des lampes et des bancs.")))
                .contains("Le nouveau texte est publié", "Version 2", "Il est dans le texte");
        assertThat(step(simone, page, page + "/amendments/9/text", Map.of("text", "x")))
                .contains("Cet amendement n’en est plus là");
        assertThat(step(simone, page, page + "/conflicts", Map.of("seat", "77")))
                .containsPattern("id=\"conflict-seat-problem\">Personne n’occupe le siège 77");
        assertThat(step(simone, page, page + "/conflicts", Map.of("seat", "4"))).contains("places 4");
        assertThat(step(simone, page, page + "/withdraw", Map.of("reason", ""))).contains("withdraw-reason-problem");
        assertThat(step(simone, page, page + "/withdraw", Map.of("reason", "Plus tard")))
                .contains("Plus tard");
        assertThat(motion(page)).isInstanceOf(Motion.Withdrawn.class);
    }

    @Test
    void handsStandWhenAnotherPersonHasCountedTheSame() {
        String page = voted("hands", "HANDS");
        Map<String, String> counted = new HashMap<>(Map.of("for", "2", "against", "2", "abstained", "9"));
        assertThat(step(simone, page, page + "/hands", counted))
                .containsPattern("id=\"hands-votes-problem\">Cela fait 13");
        counted.putAll(Map.of("abstained", "0", "casting", "FOR"));
        assertThat(step(simone, page, page + "/hands", counted))
                .contains("Vous avez compté")
                .doesNotContain("Proclamer");
        assertThat(step(simone, page, page + "/hands", counted))
                .contains("Vous avez compté")
                .doesNotContain("Proclamer");
        assertThat(step(simone, page, page + "/declare", Map.of())).contains("n’ont pas encore compté");
        assertThat(sarah.get(page).text())
                .contains("Simone a compté")
                .doesNotContainPattern("id=\"hands-for\"[^>]*value=\"[^\"]");
        Map<String, String> other = new HashMap<>(counted);
        other.put("casting", "NONE");
        assertThat(step(sarah, page, page + "/hands", other))
                .contains("Simone et Sarah n’ont pas compté la même chose");
        assertThat(step(sarah, page, page + "/hands", counted)).contains("Simone et Sarah");
        assertThat(step(simone, page, page + "/hands", counted)).contains("Deux personnes ont compté", "Proclamer");
        assertThat(step(simone, page, page + "/declare", Map.of()))
                .contains("Le résultat est proclamé", "la voix de la présidence a décidé");
        answered(page);
    }

    private void answered(String page) {
        assertThat(simone.get(MEETINGS).text())
                .contains("La ville doit une réponse", "au plus tard le", COUNCIL + "/motions/hands");
        assertThat(step(simone, page, page + "/answer", Map.of("answer", "MAYBE", "text", "Oui <b>")))
                .containsPattern("id=\"answer-answer-problem\">Choisissez dans la liste")
                .contains("Oui &lt;b&gt;");
        assertThat(step(simone, page, page + "/answer", Map.of("answer", "PARTLY", "text", "Les lampes.")))
                .contains("La réponse de la ville est publiée", "en partie", "Les lampes.");
        assertThat(simone.get(MEETINGS).text()).doesNotContain(COUNCIL + "/motions/hands");
    }

    @Test
    void rollIsCalledInOneSheetAndCorrectedWithAReason() {
        String page = voted("roll", "ROLL_CALL");
        long before = entries();
        Map<String, String> votes = new HashMap<>(Map.of("seat-1", "FOR", "seat-2", "AGAINST", "seat-6", "FOR"));
        assertThat(step(simone, page, page + "/votes", votes))
                .contains("Personne n’occupe le siège 6")
                .containsPattern("name=\"seat-2\" value=\"AGAINST\" checked");
        votes.put("seat-6", " ");
        votes.put("seat-2", "MAYBE");
        assertThat(step(simone, page, page + "/votes", votes)).contains("Choisissez dans la liste");
        assertThat(entries()).isEqualTo(before);
        votes.put("seat-2", "AGAINST");
        assertThat(step(simone, page, page + "/votes", votes)).contains("2 votes notés sur 5");
        before = entries();
        assertThat(step(sarah, page, page + "/votes", Map.of("seat-2", "FOR", "seat-3", "FOR")))
                .contains("Le vote du siège 2 est déjà noté autrement");
        assertThat(entries()).isEqualTo(before);
        assertThat(step(simone, page, page + "/votes/correct", Map.of("seat", "2", "vote", "FOR", "reason", "")))
                .containsPattern("id=\"correct-reason-problem\">Raison");
        assertThat(step(
                        simone,
                        page,
                        page + "/votes/correct",
                        Map.of("seat", "2", "vote", "FOR", "reason", "Mal noté")))
                .contains("Le vote est corrigé", "sièges 3, 4, 5");
        assertThat(((Motion.Divided) motion(page)).votes()).containsEntry(2, Vote.FOR);
        assertThat(step(simone, page, page + "/declare", Map.of())).contains("2 pour", "3 voix n’ont pas été données");
    }

    @Test
    void aSecretVoteLeadsToItsPoll() {
        String page = voted("secret", "SECRET");
        assertThat(simone.get(page).text())
                .contains("Il faut exactement 5 cartes", "une personne qui anime")
                .doesNotContain("/desk/polls/youth-secret\"", "Proclamer le résultat");
        assertThat(sarah.get(page).text()).contains("/desk/polls/youth-secret\"");
        assertThat(sarah.get("/desk/polls/youth-secret").status()).isEqualTo(200);
        assertThat(sarah.get("/desk/polls/youth-secret/cards").text())
                .containsPattern("id=\"count\"[^>]*min=\"1\"[^>]*value=\"5\"|value=\"5\"[^>]*min=\"1\"");
        assertThat(step(simone, page, page + "/declare", Map.of())).contains("pas encore proclamé");
    }
}
