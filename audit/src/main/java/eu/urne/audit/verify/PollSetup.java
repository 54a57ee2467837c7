package eu.urne.audit.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.audit.Check;
import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.crypto.Digest128;
import eu.urne.audit.crypto.Sha256;
import eu.urne.audit.event.Definition;
import eu.urne.audit.event.PollEvent;
import eu.urne.audit.event.PollEvent.PollDefined;
import eu.urne.audit.event.RegisterFigures;
import eu.urne.audit.json.StrictText;
import eu.urne.audit.tally.Option;
import eu.urne.audit.tally.Rule;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Check 8 from the definition to the opening of a poll (docs/formats/events.md, section 1). */
final class PollSetup {
    private static final long MIN_TOKENS_PER_LABEL = 20;
    private static final int WHOLE_LABEL = 80;

    private final PollOrder order;
    private final Findings findings;
    private final Map<Poll, Listing> listings = new HashMap<>();

    /** A definition whose options are still being listed. */
    private record Listing(MessageDigest hash, Set<String> ids) {}

    PollSetup(String publicOrigin, Findings findings) {
        this.order = new PollOrder(publicOrigin, findings);
        this.findings = findings;
    }

    void define(Poll poll, Place place, PollDefined defined) {
        if (poll.defined != null) {
            wrong(place, "the poll '" + poll.id + "' is defined a second time");
            return;
        }
        order.step(poll, place, "PollDefined", Poll.Phase.DEFINED, Poll.Phase.NEW);
        poll.defined = defined;
        listings.put(poll, new Listing(defined.definition().startHash(), new HashSet<>()));
    }

    /** Gives up a poll whose options are not all there. */
    void incomplete(Poll poll, Place place) {
        int due = poll.defined == null ? 0 : poll.defined.options();
        wrong(
                place,
                "of the poll '" + poll.id + "' only " + poll.options.size() + " of " + due + " options are listed");
        poll.notExamined = true;
        listings.remove(poll);
    }

    void list(Poll poll, Place place, PollEvent.OptionsListed listed) {
        Listing listing = listings.get(poll);
        PollDefined defined = poll.defined;
        if (listing == null || defined == null) {
            wrong(place, "options of the poll '" + poll.id + "' are listed when all are there");
            return;
        }
        boolean next = place.index() == poll.latest.index() + 1 && place.isOfCommandOf(poll.latest);
        boolean fits = listed.from() == poll.options.size()
                && listed.options().size() <= defined.options() - poll.options.size();
        if (!next || !fits) {
            wrong(
                    place,
                    "the options from number " + listed.from() + " of the poll '" + poll.id
                            + "' do not stand directly behind those before them");
            poll.notExamined = true;
            return;
        }
        listing.hash().update((listed.from() == 0 ? "" : ",").getBytes(UTF_8));
        listing.hash().update(listed.canonical().array());
        for (Option option : listed.options()) {
            poll.options.add(option);
            if (!listing.ids().add(option.id())) {
                wrong(place, "the option '" + option.id() + "' stands twice in the poll '" + poll.id + "'");
            }
        }
        if (poll.isComplete()) {
            complete(poll, place, defined, listing);
        }
    }

    private void complete(Poll poll, Place place, PollDefined defined, Listing listing) {
        listings.remove(poll);
        listing.hash().update(defined.definition().after().array());
        if (!Bytes.of(listing.hash().digest()).equals(defined.hash())) {
            wrong(place, "the hash of the definition of the poll '" + poll.id + "' is not the one declared");
        }
        if (defined.definition().rule() instanceof Rule.ByScore exclusive) {
            for (Rule.Conflict conflict : exclusive.conflicts()) {
                if (!listing.ids().contains(conflict.first()) || !listing.ids().contains(conflict.second())) {
                    wrong(
                            place,
                            "the rule of the poll '" + poll.id + "' tells a conflict of the options '"
                                    + conflict.first() + "' and '" + conflict.second() + "', which are not both there");
                }
            }
        }
    }

    void issue(Poll poll, Place place, PollEvent.CardsIssued issued) {
        order.step(poll, place, "CardsIssued", Poll.Phase.DEFINED, Poll.Phase.DEFINED);
        String label = issued.label().length() <= WHOLE_LABEL
                ? issued.label()
                : issued.label().substring(0, WHOLE_LABEL)
                        + StrictText.hex(Sha256.hash(issued.label().getBytes(UTF_8)));
        boolean paper = definition(poll).paper() && PollPaper.isLabel(issued.label());
        poll.cardsByLabel.merge(label, (long) issued.tokens().size(), Long::sum);
        for (String token : issued.tokens()) {
            Digest128 digest = Digest128.of(HexFormat.of().parseHex(token));
            if (poll.tokens.get(digest) == DigestTable.ABSENT) {
                poll.tokens.put(digest, PollBallots.NO_BALLOT);
                if (paper) {
                    poll.paper.authorise(digest);
                }
            } else {
                wrong(place, "the token " + token + " is authorised a second time");
            }
        }
    }

    void registerOpened(Poll poll, Place place, PollEvent.RegisterOpened opened) {
        order.step(poll, place, "RegisterOpened", Poll.Phase.REGISTER_OPENED, Poll.Phase.DEFINED);
        RegisterFigures figures = opened.figures();
        order.checkRegister(place, figures);
        if (figures.handedOut() > poll.cards()) {
            wrong(place, figures.handedOut() + " cards are handed out, but only " + poll.cards() + " were issued");
        }
        poll.registerAtOpening = figures;
    }

    void open(Poll poll, Place place, PollEvent.PollOpened opened) {
        order.step(poll, place, "PollOpened", Poll.Phase.OPEN, Poll.Phase.REGISTER_OPENED);
        order.sameCommand(poll, place, "PollOpened", "RegisterOpened");
        if (poll.defined != null && !opened.definition().equals(poll.defined.hash())) {
            wrong(place, "the poll '" + poll.id + "' is opened with another definition than it was defined with");
        }
        if (poll.defined != null
                && !Objects.equals(opened.budget(), poll.defined.definition().of())) {
            wrong(place, "the poll '" + poll.id + "' is opened for another budget than it is defined for");
        }
        Set<String> small = poll.cardsByLabel.entrySet().stream()
                .filter(label -> label.getValue() < MIN_TOKENS_PER_LABEL)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (poll.cardsByLabel.size() > 1 && !small.isEmpty()) {
            wrong(
                    place,
                    "the card label '" + small.iterator().next() + "' of the poll '" + poll.id + "' has fewer than "
                            + MIN_TOKENS_PER_LABEL + " tokens");
        }
    }

    /** Gives the definition for checks that need it; a poll without one is not examined. */
    static Definition definition(Poll poll) {
        return poll.definition()
                .orElseThrow(() -> new IllegalStateException("the poll '" + poll.id + "' has no definition"));
    }

    private void wrong(Place place, String text) {
        findings.entry(Check.POLLS, place.index(), text);
    }
}
