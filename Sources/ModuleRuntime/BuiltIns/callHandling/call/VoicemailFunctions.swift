/// Voicemail boxes in the call of a run.
enum VoicemailFunctions {
  private static let domain = "starface.callHandling.call"

  static let functions: [BuiltInFunction] = [
    .waiting(
      domain,
      "VoiceMail2",
      "String voicemailid, VoiceMail2$AnnouncementType announce, String defaultCustomAnnouncement, "
        + "List alternativeCustomAnnouncements",
      ""
    ) { call in
      let live = try call.openCall(for: "VoiceMail2")
      let box = try box(call.text(0), call.pbx).number
      let announcement: String?
      switch call.text(1).uppercased() {
      case "BUSY": announcement = "vm-busy"
      case "UNAVAILABLE", "": announcement = "vm-unavailable"
      case "CUSTOM": announcement = SoundFiles.chosen(call.value(2), among: call.value(3), call.context.language)
      case "NONE": announcement = nil
      default:
        throw JavaException.illegalArgument("No enum constant VoiceMail2$AnnouncementType.\(call.text(1))")
      }
      let taking = MessageTaking(live, box: box, announcement: announcement)
      return .wait(CallWait { now in taking.step(now).map { .until($0) } ?? .done([]) })
    },
    .waiting(domain, "VoiceMailSystem", "int voicemailid, boolean checkPassword", "") { call in
      let live = try call.openCall(for: "VoiceMailSystem")
      let number = call.int(0) ?? -1
      let visit = BoxVisit(
        live,
        box: number == -1 ? nil : try box(String(number), call.pbx).number,
        checksPassword: call.boolean(1)
      )
      return .wait(CallWait { now throws(JavaException) in try visit.step(now).map { .until($0) } ?? .done([]) })
    },
  ]

  private static func box(_ text: String, _ pbx: PBX) throws(JavaException) -> PBXVoicemailBox {
    guard let number = Int(text), let box = pbx.state.voicemailBoxes.first(where: { $0.number == number }) else {
      throw .illegalArgument("there is no voicemail box '\(text)'")
    }
    return box
  }
}
