/// Files that go to other machines and come from them.
enum TransferFunctions {
  static let functions: [BuiltInFunction] = [
    .hostEffect(
      .ftp,
      "starface.net",
      "FtpGet",
      "String ftpHost, String username, String password, String fileOnFtpServer",
      "String readedFile, boolean successful"
    ),
    .hostEffect(
      .ftp,
      "starface.net",
      "FtpStore2",
      "String ftpHost, String username, String password, List source, String initialWorkingDirectory, "
        + "boolean useSafeTransfer",
      "boolean successful"
    ),
    .hostEffect(
      .sftp,
      "starface.net",
      "SFtpFunctions",
      "SFtpFunctions$FUNCTION function, String sshHost, String username, String password, String path1, String path2",
      "boolean successful"
    ),
    .hostEffect(
      .sftp,
      "starface.net",
      "SFtpStore",
      "String sshHost, String username, String password, String destinationFolder, String localFile, "
        + "boolean secureCopy",
      "boolean successful"
    ),
    .hostEffect(
      .sftp,
      "starface.experimentalFunctions",
      "SFtpStoreWithOwner",
      "String sshHost, String username, String password, String destinationFolder, String localFile, "
        + "boolean secureCopy, String fileOwner",
      "boolean successful"
    ),
    .hostEffect(
      .download,
      "starface.net",
      "RegisterForDownload",
      "String file, Integer timeout, RegisterForDownload$TimeUnit timeUnit, Boolean downloadOnce",
      "String downloadKey"
    ),
  ]
}
