// libarchive lists entries; its own dependency zlib inflates them and gives CRC-32.
#include <archive.h>
#include <archive_entry.h>
#include <zlib.h>
