package eu.urne.engine.receipt;

/**
 * A picture of a code (docs/formats/receipt.md, section 2).
 *
 * @param number from 0 to 255
 * @param emoji the picture
 * @param french its word, one word in lower case
 * @param english its word, letters of ASCII
 */
public record Picture(int number, String emoji, String french, String english) {}
