/// Functions that read one property of an object of the REST model.
enum RESTLenses {
  private static let domain = "starface.starfaceRest"

  static let functions: [BuiltInFunction] = [
    lens("UserReadLens", "User user, UserReadLens$PropertyNames userPropertyName", "userPropertyValue"),
    lens(
      "PhoneAssignmentReadLens",
      "PhoneAssignment phoneAssignment, PhoneAssignmentReadLens$PropertyNames phoneAssignmentPropertyName",
      "phoneAssignmentPropertyValue"
    ),
    lens(
      "NumberForPhoneAssignmentReadLens",
      "NumberForPhoneAssignment numberForPhoneAssignment, "
        + "NumberForPhoneAssignmentReadLens$PropertyNames numberForPhoneAssignmentPropertyName",
      "numberForPhoneAssignmentPropertyValue"
    ),
    lens(
      "PhoneConfigReadLens",
      "PhoneConfig phoneConfig, PhoneConfigReadLens$PropertyNames phoneConfigPropertyName",
      "phoneConfigPropertyValue"
    ),
    lens("FunctionKeyReadLens", "FunctionKey functionKey, FunctionKeyReadLens$FunctionKeyFields propertyName"),
    lens("RedirectionReadLens", "Redirection redirectObject, RedirectionReadLens$RedirectFields propertyName"),
    lens("FmcPhoneReadLens", "FmcPhone fmcPhone, FmcPhoneReadLens$PropertyNames propertyName"),
    lens(
      "TimeFrameReadLens",
      "TimeFrameReadLens$PropertyNames propertyName, TimeFrame timeFrame",
      object: 1,
      name: 0
    ),
  ]

  private static func lens(
    _ id: String,
    _ inputs: String,
    _ output: String = "propertyValue",
    object: Int = 0,
    name: Int = 1
  ) -> BuiltInFunction {
    .value(domain, id, inputs, "Object \(output)") { call in
      let type = String(id.dropLast("ReadLens".count))
      guard case .object(let value) = call.value(object), let bean = value as? RESTBean,
        bean.javaClass.hasSuffix(".\(type)")
      else {
        if call.value(object).isNull { throw JavaException.nullPointer }
        throw JavaException("java.lang.ClassCastException", "\(call.value(object).javaClass) is no \(type)")
      }
      guard let property = bean.property(call.text(name)) else {
        let known = bean.properties.map(\.name).joined(separator: ", ")
        throw JavaException.illegalArgument("\(type) has no property '\(call.text(name))': \(known)")
      }
      return property
    }
  }
}
