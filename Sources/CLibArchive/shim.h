// libarchive reads entries; its own dependency zlib gives CRC-32.
#include <archive.h>
#include <archive_entry.h>
#include <zlib.h>
