/// Which classes are their own ancestors (strongly connected components after Tarjan, 1972; without recursion, since a
/// hostile jar has lines of thousands of classes).
struct ClassCycles {
  /// The classes on a cycle.
  private(set) var members: Set<Int> = []

  private var order: [Int: Int] = [:]
  private var lowest: [Int: Int] = [:]
  private var open: [Int] = []
  private var isOpen: Set<Int> = []

  /// Looks at these classes and whatever `ancestors` leads to.
  init(_ classes: [Int], ancestors: (Int) -> [Int]) {
    for index in classes where order[index] == nil { walk(from: index, ancestors) }
  }

  private mutating func walk(from start: Int, _ ancestors: (Int) -> [Int]) {
    var path: [(index: Int, next: ArraySlice<Int>)] = []
    func step(_ index: Int) -> (index: Int, next: ArraySlice<Int>) { (index, ancestors(index)[...]) }
    enter(start)
    path.append(step(start))
    while let last = path.last {
      let index = last.index
      if let parent = path[path.count - 1].next.popFirst() {
        if order[parent] == nil {
          enter(parent)
          path.append(step(parent))
        } else if isOpen.contains(parent) {
          lower(index, to: order[parent])
          // A class that names itself is a cycle of one.
          if parent == index { members.insert(index) }
        }
        continue
      }
      path.removeLast()
      if let below = path.last { lower(below.index, to: lowest[index]) }
      if lowest[index] == order[index] { close(index) }
    }
  }

  private mutating func enter(_ index: Int) {
    order[index] = order.count
    lowest[index] = order[index]
    open.append(index)
    isOpen.insert(index)
  }

  private mutating func lower(_ index: Int, to value: Int?) {
    if let value, let own = lowest[index], value < own { lowest[index] = value }
  }

  /// Takes the component that began with a class from what is open.
  private mutating func close(_ index: Int) {
    var component: [Int] = []
    while let last = open.popLast() {
      isOpen.remove(last)
      component.append(last)
      if last == index { break }
    }
    if component.count > 1 { members.formUnion(component) }
  }
}
