import FuzzDriver
import InterfaceManifests

// Opens a compiled platform line and lists all of it; reads a text manifest and writes it again.
fuzz { data, count in
  let input = bytes(data, count)
  if let line = try? PlatformLine.open(bytes: input) {
    for view in line.views { _ = view.manifest() }
  }
  if let manifest = try? InterfaceManifest(parsing: input, file: "input") { _ = manifest.text }
  return 0
}
