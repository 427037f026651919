/// A service whose content is lost when the module is imported again, as the appliance deletes its data.
public protocol DiscardableService: AnyObject {
  /// Deletes what it holds.
  func discard()
}

/// State that families of built-in functions share, found by its type: the simulated PBX, storage, mocks of hosts.
///
/// One container belongs to a runtime and one to each instance; the runtime's actor is their only user.
public final class RuntimeServices {
  private var services: [ObjectIdentifier: AnyObject] = [:]

  /// Makes an empty container.
  public init() {}

  /// The service of a type, if it was set.
  public func find<Service: AnyObject>(_ type: Service.Type) -> Service? {
    services[ObjectIdentifier(type)] as? Service
  }

  /// The service of a type; made on first use.
  public func get<Service: AnyObject>(_ type: Service.Type, make: () -> Service) -> Service {
    if let known = find(type) { return known }
    let made = make()
    services[ObjectIdentifier(type)] = made
    return made
  }

  /// Deletes what services hold, and forgets those that can.
  func discardData() {
    for (key, service) in services {
      guard let service = service as? any DiscardableService else { continue }
      service.discard()
      services[key] = nil
    }
  }

  /// Sets or replaces the service of a type.
  public func set<Service: AnyObject>(_ service: Service) {
    services[ObjectIdentifier(Service.self)] = service
  }
}
