/// Mail that is sent or fetched.
enum MailFunctions {
  static let functions: [BuiltInFunction] = [
    .hostEffect(
      .mail,
      "starface.net",
      "Email",
      "String to, String fromName, String subject, String text, List attachments, Boolean mailBrandingFlag",
      "Boolean successful"
    ),
    .hostEffect(
      .mail,
      "starface.net",
      "EMailGet",
      "EMailGet$MailProtocol protocol, String server, int port, String username, String password, "
        + "boolean useSSLEncryption, String mBox, String subjectFilter, List fromFilter, boolean unSeenOnly, "
        + "String attachmentsDirPath, EMailGet$AfterRetrievalAction afterRetrievalAction",
      "List messages"
    ),
    .hostEffect(
      .mail,
      "starface.net",
      "EMailGet2",
      "EMailGet2$MailProtocol protocol, String server, int port, String username, String password, "
        + "EMailGet2$Encryption encryption, EMailGet2$SecurityLevel securityLevel, String mBox, "
        + "String subjectFilter, List fromFilter, boolean unSeenOnly, String attachmentsDirPath, "
        + "EMailGet2$AfterRetrievalAction afterRetrievalAction",
      "List messages"
    ),
    .hostEffect(
      .chat,
      "starface.net",
      "MessageUser",
      "Integer accountId, String subject, String message"
    ),
  ]
}
