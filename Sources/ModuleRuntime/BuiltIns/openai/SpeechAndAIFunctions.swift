/// Speech and answers from models, at a provider (`openai`) or on the appliance (`whisper`).
enum SpeechAndAIFunctions {
  static let functions: [BuiltInFunction] = [
    .hostEffect(.ai, "starface.openai", "Chat", "String text, String apiKey, String assistantId", "String answer"),
    .hostEffect(
      .ai,
      "starface.openai",
      "SpeechToText",
      "String fileName, String apiKey, String prompt, String temperature",
      "String text"
    ),
    .hostEffect(
      .ai,
      "starface.openai",
      "TextToSpeech",
      "String text, String voice, String apiKey, String fileName",
      "String file"
    ),
    .hostEffect(.speech, "starface.whisper", "SpeechToText", "String fileName, String model", "String text"),
    .hostEffect(
      .speech,
      "starface.whisper",
      "TextToSpeech",
      "String text, String voice, String fileName",
      "String file"
    ),
  ]
}
