/// What an administrator's module does to the appliance itself.
enum ApplianceUpkeep {
  private static let domain = "starface.experimentalFunctions"

  static let functions: [BuiltInFunction] = [
    .hostEffect(
      .backup,
      domain,
      "PerformSystemBackUp",
      "String backUpName, String backUpDirectory, boolean backUpCdrAndVoicemail, boolean backUpVoiceboxAnnounces, "
        + "boolean backupChatHistory",
      "boolean successfull, String backUpFilePath"
    ),
    .hostEffect(
      .backup,
      domain,
      "ImportBackupFile",
      "String file, boolean importCdrAndVoicemail, boolean importVoiceboxAnnounces, boolean ignoreIP, "
        + "boolean setPassive"
    ),
    // The simulated telephone system has no file of its settings: that it was to be written is what can be seen.
    .effect(domain, "WriteSipConfModule", "") { call in
      call.record("\(domain).WriteSipConfModule", "SIP settings written")
    },
  ]
}
