extension LinkScope {
  /// What `LambdaMetafactory` refuses although every constant resolves: an interface that is none.
  func refusal(of site: LambdaSite, from user: ClassID) -> LinkFault? {
    guard case .found(let id) = find(site.interface), case let facts = world.facts(id),
      !facts.knowledge.contains(.kindOpen)
    else { return nil }
    return facts.isInterface ? nil : .lambdaRefused(site)
  }
}
