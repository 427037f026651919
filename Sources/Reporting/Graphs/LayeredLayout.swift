/// Places a call graph in columns, callers left of what they call (after Sugiyama, Tagawa and Toda, 1981).
///
/// Back edges of cycles are drawn against the direction; edges over several columns bend at invisible points, so that
/// they run between the boxes rather than through them.
struct LayeredLayout {
  /// A placed box.
  struct Box {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
    var middle: Double { y + height / 2 }
  }

  /// The places of the graph's nodes, in their order.
  private(set) var boxes: [Box]
  /// For each link, the points it passes, from the caller's edge to the callee's.
  private(set) var routes: [[(x: Double, y: Double)]] = []
  /// The whole drawing's extent.
  private(set) var size = (width: 0.0, height: 0.0)

  private static let rowHeight = 26.0
  private static let rowGap = 8.0
  private static let bendHeight = 6.0
  private static let columnGap = 90.0
  private static let sweeps = 8
  /// So many bends are made, an edge's all or none: thousands of functions that each call the next one and the last one
  /// would need millions. The edges beyond run straight.
  private static let mostBends = 20_000

  /// Lays out `graph`; `textWidth` estimates a label's width.
  init(_ graph: CallGraph, textWidth: (String) -> Double) {
    let links = graph.links
    let ranks = Self.ranks(graph, links)
    boxes = graph.nodes.map { Box(x: 0, y: 0, width: textWidth($0.label) + 20, height: Self.rowHeight) }
    var columns = [[Int]](repeating: [], count: (ranks.max() ?? -1) + 1)
    for (node, rank) in ranks.enumerated() { columns[rank].append(node) }

    // Bends: invisible rows in the columns that an edge crosses; numbered after the nodes.
    var neighbours = [[Int]](repeating: [], count: graph.nodes.count)
    var rank = ranks
    var chains: [[Int]] = []
    var bendsLeft = Self.mostBends
    for link in links {
      let step = ranks[link.from] <= ranks[link.to] ? 1 : -1
      let span = abs(ranks[link.to] - ranks[link.from])
      guard span - 1 <= bendsLeft else {
        chains.append([link.from, link.to])
        continue
      }
      bendsLeft -= max(0, span - 1)
      var chain = [link.from]
      var column = ranks[link.from] + step
      while step > 0 ? column < ranks[link.to] : column > ranks[link.to] {
        let bend = rank.count
        rank.append(column)
        neighbours.append([])
        columns[column].append(bend)
        boxes.append(Box(x: 0, y: 0, width: 0, height: Self.bendHeight))
        chain.append(bend)
        column += step
      }
      chain.append(link.to)
      for (a, b) in zip(chain, chain.dropFirst()) {
        neighbours[a].append(b)
        neighbours[b].append(a)
      }
      chains.append(chain)
    }
    order(&columns, rank: rank, neighbours: neighbours)
    place(columns, rank: rank, neighbours: neighbours)
    for (link, chain) in zip(links, chains) { routes.append(route(chain, from: link.from, to: link.to)) }
    boxes.removeSubrange(graph.nodes.count...)
  }

  /// Columns: entry points first, functions by their longest way from the start, leaves in the last one.
  private static func ranks(_ graph: CallGraph, _ links: [(from: Int, to: Int, count: Int)]) -> [Int] {
    let count = graph.nodes.count
    var outgoing = [[Int]](repeating: [], count: count)
    for link in links where link.from != link.to { outgoing[link.from].append(link.to) }
    // A depth-first walk without recursion; a link to a node still on the stack closes a cycle and is left out.
    var state = [UInt8](repeating: 0, count: count)
    var finished: [Int] = []
    var forward = [[Int]](repeating: [], count: count)
    for root in 0..<count where state[root] == 0 {
      var stack = [(node: root, next: 0)]
      state[root] = 1
      while let top = stack.last {
        if top.next < outgoing[top.node].count {
          stack[stack.count - 1].next += 1
          let to = outgoing[top.node][top.next]
          if state[to] != 1 { forward[top.node].append(to) }
          if state[to] == 0 {
            state[to] = 1
            stack.append((to, 0))
          }
        } else {
          state[top.node] = 2
          finished.append(top.node)
          stack.removeLast()
        }
      }
    }
    var rank = graph.nodes.map { $0.kind == .entryPoint ? 0 : 1 }
    for node in finished.reversed() {
      for to in forward[node] { rank[to] = max(rank[to], rank[node] + 1) }
    }
    return compact(rank)
  }

  /// Ranks without empty columns between them.
  private static func compact(_ ranks: [Int]) -> [Int] {
    let used = Set(ranks).sorted()
    let position = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0) })
    return ranks.map { position[$0] ?? 0 }
  }

  /// Few crossings: each column sorted by the mean position of its neighbours, left to right and back, some times.
  private func order(_ columns: inout [[Int]], rank: [Int], neighbours: [[Int]]) {
    var position = [Double](repeating: 0, count: rank.count)
    func number(_ column: [Int]) {
      for (index, node) in column.enumerated() { position[node] = (Double(index) + 0.5) / Double(column.count) }
    }
    columns.forEach(number)
    for sweep in 0..<Self.sweeps {
      let rightwards = sweep % 2 == 0
      let walk = rightwards ? Array(columns.indices) : columns.indices.reversed()
      for column in walk {
        let key = columns[column].map { node -> (node: Int, mean: Double) in
          let side = neighbours[node].filter { rightwards ? rank[$0] < column : rank[$0] > column }
          let mean = side.isEmpty ? position[node] : side.reduce(0) { $0 + position[$1] } / Double(side.count)
          return (node, mean)
        }
        columns[column] = key.enumerated().sorted { ($0.element.mean, $0.offset) < ($1.element.mean, $1.offset) }
          .map(\.element.node)
        number(columns[column])
      }
    }
  }

  /// Coordinates: columns side by side, rows pulled towards their neighbours without overlapping.
  private mutating func place(_ columns: [[Int]], rank: [Int], neighbours: [[Int]]) {
    var x = 0.0
    for column in columns {
      let width = column.map { boxes[$0].width }.max() ?? 0
      var y = 0.0
      for node in column {
        boxes[node].x = x
        boxes[node].y = y
        if boxes[node].width == 0 { boxes[node].width = width }
        y += boxes[node].height + Self.rowGap
      }
      x += width + Self.columnGap
    }
    let tallest = columns.map(height).max() ?? 0
    for column in columns { shift(column, by: (tallest - height(column)) / 2) }
    for sweep in 0..<Self.sweeps {
      let walk = sweep % 2 == 0 ? Array(columns.indices.dropFirst()) : columns.indices.dropLast().reversed()
      for column in walk { align(columns[column], neighbours: neighbours) }
    }
    let top = boxes.map(\.y).min() ?? 0
    for node in boxes.indices { boxes[node].y -= top }
    size = (x - Self.columnGap, boxes.map { $0.y + $0.height }.max() ?? 0)
  }

  private func height(_ column: [Int]) -> Double {
    column.reduce(-Self.rowGap) { $0 + boxes[$1].height + Self.rowGap }
  }

  private mutating func shift(_ column: [Int], by distance: Double) {
    for node in column { boxes[node].y += distance }
  }

  /// Moves a column's rows to their wished places, keeping order and gaps: neighbours that push each other share the shift.
  private mutating func align(_ column: [Int], neighbours: [[Int]]) {
    struct Block {
      var first: Int
      var wish: Double
      var weight: Double
      var height: Double
    }
    var blocks: [Block] = []
    for (index, node) in column.enumerated() {
      let near = neighbours[node]
      let mean = near.isEmpty ? boxes[node].middle : near.reduce(0) { $0 + boxes[$1].middle } / Double(near.count)
      let full = boxes[node].height + Self.rowGap
      blocks.append(Block(first: index, wish: mean - boxes[node].height / 2, weight: 1, height: full))
      while blocks.count > 1 {
        let last = blocks[blocks.count - 1]
        let previous = blocks[blocks.count - 2]
        guard previous.wish + previous.height > last.wish else { break }
        blocks.removeLast()
        let weight = previous.weight + last.weight
        let wish = (previous.wish * previous.weight + (last.wish - previous.height) * last.weight) / weight
        blocks[blocks.count - 1] = Block(
          first: previous.first,
          wish: wish,
          weight: weight,
          height: previous.height + last.height
        )
      }
    }
    for (index, block) in blocks.enumerated() {
      let end = index + 1 < blocks.count ? blocks[index + 1].first : column.count
      var y = block.wish
      for node in column[block.first..<end] {
        boxes[node].y = y
        y += boxes[node].height + Self.rowGap
      }
    }
  }

  private func route(_ chain: [Int], from: Int, to: Int) -> [(x: Double, y: Double)] {
    guard from != to else { return [] }
    let leftwards = boxes[from].x > boxes[to].x
    func sides(_ node: Int) -> [(x: Double, y: Double)] {
      let (box, y) = (boxes[node], boxes[node].middle)
      return leftwards ? [(box.x + box.width, y), (box.x, y)] : [(box.x, y), (box.x + box.width, y)]
    }
    return [sides(from)[1]] + chain.dropFirst().dropLast().flatMap(sides) + [sides(to)[0]]
  }
}
