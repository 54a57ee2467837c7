package eu.urne.engine.council;

/**
 * Who has signed minutes.
 *
 * @param key number of the signer's key
 */
public record MinutesSignature(SignerId signer, int key, SignatureText signature) {}
