// libarchive lists entries; libdeflate expands them and gives CRC-32; zlib, libarchive's own dependency, says what is
// wrong with those that do not expand.
#include <archive.h>
#include <archive_entry.h>
#include <libdeflate.h>
#include <zlib.h>
