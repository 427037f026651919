import FuzzDriver
import ModuleDescriptors

// Reads a descriptor; what can be read must be written back to the same bytes.
fuzz { data, count in
  let input = bytes(data, count)
  guard let parsed = try? ModuleDescriptor.parse(input) else { return 0 }
  let written = parsed.descriptor.write()
  guard let again = try? ModuleDescriptor.parse(written) else { fatalError("what was written cannot be read") }
  if again.descriptor.write() != written { fatalError("writing twice gives different bytes") }
  return 0
}
