/// The names that a mistyped one most likely means, nearest first.
///
/// A name counts when at most a third of what was written (and at least two bytes) differ.
public func nearestNames(to written: String, in names: some Sequence<String>, most: Int = 3) -> [String] {
  let limit = max(2, written.utf8.count / 3)
  let ranked = names.lazy.map { (name: $0, distance: editDistance($0, written)) }
    .filter { $0.distance <= limit }
    .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
  return ranked.prefix(most).map(\.name)
}

/// The number of inserted, removed or replaced bytes that turn one text into the other (Levenshtein).
///
/// Both texts are bounded to their first 256 bytes, so that hostile names cost nothing.
public func editDistance(_ a: String, _ b: String) -> Int {
  let a = Array(a.utf8.prefix(256))
  let b = Array(b.utf8.prefix(256))
  var row = Array(0...b.count)
  for i in a.indices {
    var diagonal = row[0]
    row[0] = i + 1
    for j in b.indices {
      let next = a[i] == b[j] ? diagonal : min(diagonal, row[j], row[j + 1]) + 1
      diagonal = row[j + 1]
      row[j + 1] = next
    }
  }
  return row[b.count]
}
