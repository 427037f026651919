/// Windows shares.
enum ShareFunctions {
  static let functions: [BuiltInFunction] = [
    .hostEffect(
      .smb,
      "starface.io",
      "CopyFileToSmb2",
      "String host, String share, String destDir, String user, String pass, String workgroup, String file",
      "boolean success"
    ),
    .hostEffect(
      .smb,
      "starface.io",
      "CopyFileToSmb3",
      "String host, String share, String destDir, String user, String pass, String workgroup, String file, "
        + "CopyFileToSmb3$SECURITY smbsecurity",
      "boolean success"
    ),
    .hostEffect(
      .smb,
      "starface.io",
      "SMBMount",
      "String shareName, String user, String password, String smbSec",
      "String mountDir, boolean successful"
    ),
    .hostEffect(.smb, "starface.io", "Umount2", "String mountPath"),
  ]
}
