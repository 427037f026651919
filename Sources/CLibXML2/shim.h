// What Swift cannot say itself about libxml2: one SAX2 parse in memory with an error channel of its own.
//
// Swift 6 mode rejects libxml2's mutable globals, and its parser context and error callback differ between its
// versions; both stay behind these inline functions.

#ifndef SFM_CLIBXML2_SHIM_H
#define SFM_CLIBXML2_SHIM_H

// Debian builds libxml2 with ICU, whose C headers declare the same names as the ICU inside Foundation: a module that sees
// both does not compile. Nothing here touches the two ICU fields, which stand last in libxml2's encoding handler.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <string.h>

/// What one parse shares with its handlers, which get a pointer to it as their first argument.
typedef struct {
  /// The caller's own object, borrowed for the time of the parse.
  void *owner;
  /// The parser, alive as long as the parse; owned by `sfm_xml_parse`.
  xmlParserCtxtPtr context;
  /// The first error's number, line, column and message; number 0 while there is none.
  int code, line, column;
  char message[240];
} sfm_xml_state;

/// Where the parser stands in the bytes that it was given, from 0.
///
/// Exact only for UTF-8 in memory, which is the only kind that is parsed here.
static inline long sfm_xml_offset(const sfm_xml_state *state) {
  xmlParserInputPtr input = state->context->input;
  return input == NULL ? 0 : (long)input->consumed + (long)(input->cur - input->base);
}

/// The offset of the first `byte` at or after `from`, or `size`.
static inline long sfm_find(const unsigned char *bytes, long from, long size, unsigned char byte) {
  const unsigned char *found = from < size ? (const unsigned char *)memchr(bytes + from, byte, (size_t)(size - from)) : NULL;
  return found == NULL ? size : (long)(found - bytes);
}

/// Ends the parse from within a handler.
static inline void sfm_xml_stop(const sfm_xml_state *state) { xmlStopParser(state->context); }

#if LIBXML_VERSION >= 21200
typedef const xmlError *sfm_xml_error;
#else
typedef xmlError *sfm_xml_error;
#endif

/// Keeps the first error; warnings are none.
static inline void sfm_xml_remember(void *user, sfm_xml_error error) {
  sfm_xml_state *state = (sfm_xml_state *)user;
  if (error == NULL || state->code != 0 || error->level < XML_ERR_ERROR) return;
  state->code = error->code;
  state->line = error->line;
  state->column = error->int2;
  if (error->message != NULL) strncpy(state->message, error->message, sizeof state->message - 1);
}

/// An empty table of SAX2 handlers.
static inline xmlSAXHandler sfm_xml_handlers(void) {
  xmlSAXHandler handlers;
  memset(&handlers, 0, sizeof handlers);
  handlers.initialized = XML_SAX2_MAGIC;
  return handlers;
}

/// Parses `size` bytes, which stay the caller's, with `handlers` and `state`.
///
/// Returns 1 when the document is well-formed and its prefixes are declared, 0 when not, -1 without memory.
static inline int sfm_xml_parse(
    const char *bytes, int size, const xmlSAXHandler *handlers, sfm_xml_state *state) {
  xmlParserCtxtPtr context = xmlCreateMemoryParserCtxt(bytes, size);
  if (context == NULL) return -1;
  // No DTD is loaded, nothing fetched, nothing recovered; libxml2's own limits stay on. NOENT is needed for `&amp;` in
  // attributes, which SAX2 hands on as `&#38;` without it; it can substitute nothing else, since a DOCTYPE, the only
  // place that declares entities, ends the parse. The bytes are UTF-8, which was seen to before, whatever they declare.
  xmlCtxtUseOptions(context, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_IGNORE_ENC);
  *context->sax = *handlers;
  context->sax->serror = sfm_xml_remember;
  context->userData = state;
  state->context = context;
  xmlParseDocument(context);
  int fine = context->wellFormed && context->nsWellFormed;
  if (context->myDoc != NULL) xmlFreeDoc(context->myDoc);
  context->myDoc = NULL;
  xmlFreeParserCtxt(context);
  state->context = NULL;
  return fine;
}

#endif
