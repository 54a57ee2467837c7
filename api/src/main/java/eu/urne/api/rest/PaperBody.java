package eu.urne.api.rest;

import eu.urne.engine.poll.Hash;
import eu.urne.engine.poll.Token;

/**
 * What one person read on a sheet of paper, as a commitment that says nothing of it.
 *
 * @param token of the sheet
 * @param commitment id of the ballot that the person made of it (docs/formats/ballot.md, section 7)
 */
record PaperBody(Token token, Hash commitment) {}
