package org.sekisho.proof.bag;

/**
 * One entry of a ZIP file.
 *
 * @param name as it stands in the file, with its slash at the end where it is a folder
 * @param deflated compressed by deflate, else stored
 * @param start of its data in the file
 * @param packed bytes of its data in the file
 * @param size bytes, unpacked
 * @param crc CRC-32 of the unpacked bytes
 */
record ZipRecord(String name, boolean deflated, long start, long packed, long size, long crc) {

    boolean isFolder() {
        return name.endsWith("/");
    }
}
