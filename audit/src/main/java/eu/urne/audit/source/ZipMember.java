package eu.urne.audit.source;

/**
 * Where a file lies in an archive and what is said about it.
 *
 * @param dataOffset where its stored bytes begin
 * @param storedSize how many bytes are stored
 * @param size how many bytes the file has
 * @param crc CRC-32 of the file
 * @param deflated whether the stored bytes are compressed
 */
record ZipMember(long dataOffset, long storedSize, long size, long crc, boolean deflated) {}
