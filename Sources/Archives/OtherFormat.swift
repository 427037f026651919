/// What a file is that is no ZIP, as its first bytes tell: the mistakes that people make with a download or a zip tool.
enum OtherFormat {
  case descriptor
  case webPage
  case archive(String)
  case classFile

  /// Looks at the first bytes; nil when they tell nothing.
  init?(_ bytes: UnsafeRawBufferPointer) {
    let first = bytes.prefix(1_024)
    func begins(_ with: [UInt8]) -> Bool { first.starts(with: with) }
    switch true {
    case begins([0x1F, 0x8B]): self = .archive("gzip")
    case begins(Array("7z".utf8) + [0xBC, 0xAF]): self = .archive("7z")
    case begins(Array("Rar!".utf8)): self = .archive("RAR")
    case begins([0xCA, 0xFE, 0xBA, 0xBE]): self = .classFile
    default:
      // Without the byte order mark and white space in front.
      let text = String(decoding: first.drop { $0 <= 0x20 || $0 >= 0x80 }, as: UTF8.self).lowercased()
      if text.hasPrefix("<!doctype html") || text.hasPrefix("<html") {
        self = .webPage
      } else if text.hasPrefix("<module") || text.hasPrefix("<?xml") && text.contains("<module") {
        self = .descriptor
      } else {
        return nil
      }
    }
  }

  /// How to get a package all the same.
  var hint: String {
    switch self {
    case .descriptor:
      "this is a module descriptor alone: put it into a folder as module-descriptor.xml and run `sfm build` on that folder"
    case .webPage: "this is a web page, not the file it was linked to: download the package itself"
    case .archive(let format): "this is a \(format) archive: unpack it, and take the .sfm that is in it"
    case .classFile: "this is a Java class file: put it into the folder `classes` of a project and run `sfm build`"
    }
  }
}
