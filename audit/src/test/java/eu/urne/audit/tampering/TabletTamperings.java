package eu.urne.audit.tampering;

import static eu.urne.audit.example.ExampleTablets.ANNE;
import static eu.urne.audit.example.ExampleTablets.BRUNO;
import static eu.urne.audit.tampering.Tampering.played;

import eu.urne.audit.example.ExampleElection;
import eu.urne.audit.example.ExampleTablets;
import java.util.List;

/** The rows of docs/tampering.md about tablets. */
final class TabletTamperings {
    static final List<Tampering> ROWS = List.of(
            played(
                    "a poll is closed while ballots may wait on a tablet",
                    "entry 9: the poll 'park' is closed before 1 of its 1 tablets are emptied or written off, the"
                            + " first of them …",
                    poll -> {
                        new ExampleTablets(poll).enrol(1).end();
                        poll.cast(0, ExampleElection.favourite(0)).close(2);
                    }),
            played(
                    "somebody says in the place of a tablet that nothing waits",
                    "entry 8: the tablet … does not speak for itself: the entry is by 'staff/anne'",
                    poll -> new ExampleTablets(poll).enrol(1).end().empty(1, ANNE)),
            played(
                    "a tablet is written off by one person",
                    "entry 9: the tablet … is written off, but not directly behind the asking of a second person",
                    poll -> new ExampleTablets(poll).enrol(1).end().askAndWriteOff(1, ANNE)),
            played(
                    "a person gives a tablet up in the name of another one",
                    "entry 8: the tablet … is given up by 'staff/anne', but the entry is by 'staff/bruno'",
                    poll -> {
                        poll.alter("urne.poll.TabletWriteOffAsked.v1", 0, entry -> entry.put("by", BRUNO));
                        new ExampleTablets(poll).enrol(1).end().ask(1, ANNE);
                    }),
            played(
                    "another tablet is written off than two persons gave up",
                    "entry 11: the tablet … is written off, but not directly behind the asking of a second person",
                    poll -> new ExampleTablets(poll)
                            .enrol(1)
                            .enrol(2)
                            .end()
                            .ask(2, ANNE)
                            .askAndWriteOff(2, 1, BRUNO)));

    private TabletTamperings() {}
}
