import ModuleDescriptors

extension Function {
  /// The entry that the appliance writes for a Java function when its class is uploaded (package-format.md section 5).
  static func java(_ signature: JavaFunctionSignature, createTime: Int, implementationFile: String) -> Function {
    .java(
      simpleName: signature.simpleName,
      visibility: signature.visibility ?? .private,
      interface: Interface(
        inputs: DescriptorList(signature.inputs.map { .variable(Variable($0)) }),
        outputs: DescriptorList(signature.outputs.map { .variable(Variable($0)) })
      ),
      description: signature.description,
      createTime: createTime,
      implementationFile: implementationFile
    )
  }
}

extension Variable {
  /// The variable of an annotated field; its id is the field's name.
  init(_ parameter: JavaFunctionSignature.Parameter) {
    self.init(
      id: parameter.name,
      name: parameter.name,
      type: parameter.type,
      value: parameter.initialValue ?? "",
      valueByReference: !parameter.valueByValueAllowed,
      label: parameter.label,
      description: parameter.description,
      valueByReferenceAllowed: parameter.valueByReferenceAllowed,
      valueByValueAllowed: parameter.valueByValueAllowed
    )
  }
}
