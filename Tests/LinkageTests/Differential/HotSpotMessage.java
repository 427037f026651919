import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Messages without what is another in each run: the hash codes of loaders, the numbers of lambdas, the addresses of modules. */
final class HotSpotMessage {
  private HotSpotMessage() {}

  /** Behind the name of a loader, or what a cut has left of it. */
  private static final Pattern HASH = Pattern.compile(" @(0x)?([0-9a-f]*)|(?<=') $");

  static String comparable(String message) {
    if (message == null) return "null";
    String text = HASH.matcher(message).replaceAll("").replaceAll("\\$\\$Lambda(\\$\\d+)?[/+][0-9a-fx]+", "\\$\\$Lambda");
    // The sizes of the buffers of messages that tell loaders; what does not fit is cut off.
    boolean isCut = message.length() == 1023 || message.length() == 255 && message.contains(" can not implement ");
    return isCut ? cut(message, text) : text;
  }

  /** A message that was cut, as if each hash code had eight digits: where it ends depends on them. */
  private static String cut(String message, String text) {
    int more = 0;
    Matcher hashes = HASH.matcher(message);
    while (hashes.find()) {
      if (hashes.group(1) != null) continue;
      // The last one may be cut itself: what is left of it goes first.
      if (hashes.end() < message.length()) more += 8 - hashes.group(2).length(); else more -= hashes.group().length();
    }
    return text.substring(0, Math.min(text.length(), Math.max(0, text.length() - more)));
  }
}
