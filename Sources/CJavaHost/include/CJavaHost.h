#ifndef SFM_JAVA_HOST_H
#define SFM_JAVA_HOST_H

#include <stddef.h>

/// A Java source that is compiled into the program as text.
typedef struct {
  const char *_Nonnull name;
  const void *_Nonnull bytes;
  size_t size;
} sfm_java_source;

/// How many sources the Java host has.
size_t sfm_java_source_count(void);

/// One of them.
sfm_java_source sfm_java_source_at(size_t index);

#endif
