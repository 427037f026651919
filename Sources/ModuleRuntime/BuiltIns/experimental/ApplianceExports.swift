/// Data of the appliance as CSV files that go to a Windows share, or by mail when it fails. The tables that they read
/// are not described anywhere, so the emulator can refuse or record them, and nothing more.
enum ApplianceExports {
  static let functions: [BuiltInFunction] = [
    "GetCsvfromCdr", "GetCsvfromFax", "GetCsvfromVoicemail", "GetMonitorExport",
  ]
  .map { id in
    .hostEffect(
      .smb,
      "starface.experimentalFunctions",
      id,
      "String inp_email, String transfer_type, String smb_user, String smb_pass, String smb_host, String smb_share, "
        + "String smb_path, String smb_sec, String smb_timeStampDirectory, long endTime, String dbhost, "
        + "String dbname, String dbuser, String dbpassword, Boolean mailBrandingFlag"
    )
  }
}
