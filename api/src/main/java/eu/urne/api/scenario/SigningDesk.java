package eu.urne.api.scenario;

import eu.urne.api.vote.RestClient;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.KeyRegistration;
import eu.urne.engine.council.SignatureText;
import eu.urne.engine.council.SignerId;
import eu.urne.engine.council.SignerKey;
import eu.urne.engine.log.Base64Strict;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import tools.jackson.databind.JsonNode;

/** Plays the devices of those who sign minutes: makes their keys, keeps them while the scenario runs, and signs. */
final class SigningDesk {

    private final SecureRandom random = new SecureRandom();
    private final Map<String, byte[]> seeds = new HashMap<>();

    private static SignatureText sign(byte[] seed, byte[] message) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
        return new SignatureText(Base64Strict.encode(signature));
    }

    /** Registers a key: by a code from the desk, or by the key before it. */
    void makeKey(RestClient rest, Act.MakeSignerKey act) {
        String name = act.council() + "/" + act.signer();
        String signers = "/api/councils/" + act.council() + "/signers";
        int number = 1;
        boolean keyed = false;
        for (JsonNode signer : rest.get(signers)) {
            if (signer.get("signer").stringValue().equals(act.signer())) {
                number = signer.get("keys").intValue() + 1;
                keyed = signer.get("state").stringValue().equals("Keyed");
            }
        }
        byte[] seed = new byte[Ed25519.SECRET_KEY_SIZE];
        random.nextBytes(seed);
        byte[] key = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(seed, 0, key, 0);
        SignerKey made = new SignerKey(HexFormat.of().formatHex(key));
        byte[] statement =
                new KeyRegistration(new CouncilId(act.council()), made, number, new SignerId(act.signer())).statement();
        Map<String, Object> body = new HashMap<>(Map.of(
                "council", act.council(),
                "signer", act.signer(),
                "number", number,
                "key", made,
                "proof", sign(seed, statement)));
        byte[] before = seeds.get(name);
        if (keyed && before != null) {
            body.put("endorsement", sign(before, statement));
        } else {
            body.put(
                    "code",
                    rest.command(
                                    signers + "/" + act.signer() + "/codes",
                                    Map.of(),
                                    "code-" + act.council() + "-" + act.signer() + "-" + number)
                            .get("code")
                            .stringValue());
        }
        rest.post("/api/signing/keys", body);
        seeds.put(name, seed);
    }

    /**
     * Signs the latest version of minutes.
     *
     * @throws IllegalArgumentException if the scenario has made no key for the signer
     */
    void sign(RestClient rest, Act.SignMinutes act) {
        byte[] seed = seeds.get(act.council() + "/" + act.signer());
        if (seed == null) {
            throw new IllegalArgumentException("signer: no step signer-key has made a key for " + act.signer());
        }
        String minutes = "/api/councils/" + act.council() + "/meetings/" + act.meeting() + "/minutes";
        JsonNode reply = rest.get(minutes);
        rest.post(
                minutes + "/signatures",
                Map.of(
                        "signer",
                        act.signer(),
                        "version",
                        reply.get("latest").get("version").intValue(),
                        "signature",
                        sign(seed, Base64Strict.decode(reply.get("statement").stringValue()))));
    }
}
