package eu.urne.projections;

import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.Signer;
import eu.urne.engine.council.SignerEvent;
import eu.urne.engine.council.SignerId;
import java.util.List;

/**
 * Somebody who signs minutes, as things are now.
 *
 * @param history from when she was named: her keys
 */
public record SignerView(CouncilId council, SignerId id, Signer.Known signer, List<Told<SignerEvent>> history) {}
