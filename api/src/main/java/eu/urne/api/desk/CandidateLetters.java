package eu.urne.api.desk;

import eu.urne.api.cards.Letter;
import eu.urne.api.rest.SlipReply;
import eu.urne.api.site.CouncilWords;
import eu.urne.engine.EngineJson;
import eu.urne.engine.council.DrawTerms;
import eu.urne.engine.vault.CandidateProof;
import eu.urne.engine.vault.InvitationOffice.Invitation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What is printed for candidates, in the language of the page. */
final class CandidateLetters {

    /** Bytes that a QR code of this size holds so that a phone reads it. */
    private static final int MOST_BYTES = 1_200;

    private final DeskTexts texts;
    private final CouncilWords words;

    CandidateLetters(DeskTexts texts, CouncilWords words) {
        this.texts = texts;
        this.words = words;
    }

    /**
     * The letter that invites somebody to stand.
     *
     * @param council its title
     * @param address of the page, without a code
     */
    Letter invitation(String council, DrawTerms terms, Invitation invitation, String address) {
        return new Letter(
                texts.text("secretary.letter.title", council),
                invitation.person().known().name(),
                List.of(
                        texts.text(
                                "secretary.letter.what",
                                words.count("councils.places", terms.seats()),
                                words.day(terms.from()),
                                words.day(terms.until().minusDays(1))),
                        texts.text("secretary.letter.who", words.who(terms.who())),
                        terms.consentBelow() == null
                                ? texts.text("secretary.letter.free")
                                : texts.text("secretary.letter.consent", terms.consentBelow()),
                        texts.text("secretary.letter.code", address),
                        texts.text("secretary.letter.keep")),
                invitation.code().toString(),
                address + "#" + invitation.code(),
                List.of());
    }

    /** What who stands at the desk takes home. */
    Letter receipt(String council, DrawTerms terms, String name, Map<String, String> values) {
        return new Letter(
                texts.text("secretary.receipt.title", council),
                "",
                List.of(
                        texts.text("secretary.receipt.stands", name, words.day(terms.from())),
                        told(terms, values),
                        texts.text("secretary.receipt.later")),
                "",
                "",
                List.of());
    }

    private String told(DrawTerms terms, Map<String, String> values) {
        return values.isEmpty()
                ? texts.text("councils.stand.public.none")
                : texts.text("councils.stand.public", words.values(terms, values));
    }

    /** The slip with which a candidate proves her place in the frozen pool. */
    Letter slip(String council, DrawTerms terms, String name, CandidateProof proof, String address) {
        byte[] slip = EngineJson.MAPPER.writeValueAsBytes(SlipReply.of(proof));
        return new Letter(
                texts.text("secretary.slip.title", council),
                "",
                List.of(
                        texts.text("secretary.slip.number", name, proof.index(), proof.size()),
                        told(terms, proof.slip().attributes()),
                        texts.text("secretary.slip.alone", address)),
                "",
                slip.length <= MOST_BYTES ? new String(slip, StandardCharsets.UTF_8) : "",
                List.of(
                        "draw       " + proof.slip().draw(),
                        "leaf       " + proof.slip().candidate().leaf(),
                        "pseudonym  " + proof.slip().pseudonym(),
                        "salt       " + proof.slip().salt()));
    }
}
