#ifndef SFM_PLATFORM_DATA_H
#define SFM_PLATFORM_DATA_H

#include <stddef.h>

/// A file that is compiled into the program.
typedef struct {
  const void *_Nonnull bytes;
  size_t size;
} sfm_platform_file;

/// The compiled line of the STARFACE platform: what packages that are known to work use of it.
sfm_platform_file sfm_platform_starface(void);

/// The compiled line of Java: the exported API of releases 7, 8, 11, 17 and 21.
sfm_platform_file sfm_platform_java(void);

#endif
