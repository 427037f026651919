import ByteParsing

extension AttributeValue {
  /// The name under which the attribute is written.
  public var name: String {
    func visibility(_ visible: Bool, _ rest: String) -> String { "Runtime\(visible ? "V" : "Inv")isible\(rest)" }
    return switch self {
    case .constantValue: "ConstantValue"
    case .code: "Code"
    case .stackMapTable: "StackMapTable"
    case .exceptions: "Exceptions"
    case .innerClasses: "InnerClasses"
    case .enclosingMethod: "EnclosingMethod"
    case .synthetic: "Synthetic"
    case .signature: "Signature"
    case .sourceFile: "SourceFile"
    case .sourceDebugExtension: "SourceDebugExtension"
    case .lineNumberTable: "LineNumberTable"
    case .localVariableTable: "LocalVariableTable"
    case .localVariableTypeTable: "LocalVariableTypeTable"
    case .deprecated: "Deprecated"
    case .annotations(_, let visible): visibility(visible, "Annotations")
    case .parameterAnnotations(_, let visible): visibility(visible, "ParameterAnnotations")
    case .typeAnnotations(_, let visible): visibility(visible, "TypeAnnotations")
    case .annotationDefault: "AnnotationDefault"
    case .bootstrapMethods: "BootstrapMethods"
    case .methodParameters: "MethodParameters"
    case .module: "Module"
    case .modulePackages: "ModulePackages"
    case .moduleMainClass: "ModuleMainClass"
    case .nestHost: "NestHost"
    case .nestMembers: "NestMembers"
    case .record: "Record"
    case .permittedSubclasses: "PermittedSubclasses"
    case .unknown(let name, _): name
    }
  }

  /// The attribute as bytes. Texts and numbers become constants of `pool`; indices are written as they are, so they
  /// must be of that pool (or of the class it begins with).
  public func encoded(_ pool: inout ConstantPoolBuilder) -> EncodedAttribute {
    var content: [UInt8] = []
    switch self {
    case .synthetic, .deprecated: break
    case .constantValue(let index), .signature(let index), .sourceFile(let index), .moduleMainClass(let index),
      .nestHost(let index):
      content.append(index, .bigEndian)
    case .stackMapTable(let bytes), .sourceDebugExtension(let bytes), .unknown(_, let bytes): content = bytes
    case .exceptions(let indices), .modulePackages(let indices), .nestMembers(let indices),
      .permittedSubclasses(let indices):
      content.append(indices: indices)
    case .code(let code): content = code.encoded()
    case .innerClasses(let classes):
      content.append(list: classes) { content, entry in
        content.append(entry.innerClassIndex, .bigEndian)
        content.append(entry.outerClassIndex, .bigEndian)
        content.append(entry.innerNameIndex, .bigEndian)
        content.append(entry.accessFlags.rawValue, .bigEndian)
      }
    case .enclosingMethod(let method):
      content.append(method.classIndex, .bigEndian)
      content.append(method.nameAndTypeIndex, .bigEndian)
    case .lineNumberTable(let lines):
      content.append(list: lines) { content, entry in
        content.append(entry.startPC, .bigEndian)
        content.append(entry.line, .bigEndian)
      }
    case .localVariableTable(let variables), .localVariableTypeTable(let variables):
      content.append(list: variables) { content, entry in
        for part in [entry.startPC, entry.length, entry.nameIndex, entry.typeIndex, entry.slot] {
          content.append(part, .bigEndian)
        }
      }
    case .annotations(let annotations, _):
      content.append(list: annotations) { content, entry in entry.encode(&content, &pool) }
    case .parameterAnnotations(let lists, _):
      content.append(UInt8(clamping: lists.count))
      for list in lists { content.append(list: list) { content, entry in entry.encode(&content, &pool) } }
    case .typeAnnotations(let annotations, _):
      content.append(list: annotations) { content, entry in entry.encode(&content, &pool) }
    case .annotationDefault(let value): value.encode(&content, &pool)
    case .bootstrapMethods(let methods):
      content.append(list: methods) { content, entry in
        content.append(entry.methodHandleIndex, .bigEndian)
        content.append(indices: entry.argumentIndices)
      }
    case .methodParameters(let parameters):
      content.append(UInt8(clamping: parameters.count))
      for parameter in parameters {
        content.append(parameter.nameIndex, .bigEndian)
        content.append(parameter.accessFlags.rawValue, .bigEndian)
      }
    case .module(let module): module.encode(&content)
    case .record(let components):
      content.append(list: components) { content, entry in
        content.append(entry.nameIndex, .bigEndian)
        content.append(entry.descriptorIndex, .bigEndian)
        content.append(attributes: entry.attributes)
      }
    }
    return EncodedAttribute(nameIndex: pool.utf8(name), content: content)
  }
}

extension CodeAttribute {
  func encoded() -> [UInt8] {
    var content: [UInt8] = []
    if attributes.storage.hasNarrowCode {
      content.append(UInt8(clamping: maxStack))
      content.append(UInt8(clamping: maxLocals))
      content.append(UInt16(clamping: codeRange.count), .bigEndian)
    } else {
      content.append(maxStack, .bigEndian)
      content.append(maxLocals, .bigEndian)
      content.append(UInt32(clamping: codeRange.count), .bigEndian)
    }
    content += attributes.storage.bytes[codeRange]
    content.append(list: exceptionTable) { content, entry in
      for part in [entry.startPC, entry.endPC, entry.handlerPC, entry.catchTypeIndex] {
        content.append(part, .bigEndian)
      }
    }
    content.append(attributes: attributes)
    return content
  }
}

extension ModuleAttribute {
  func encode(_ content: inout [UInt8]) {
    content.append(moduleIndex, .bigEndian)
    content.append(flags.rawValue, .bigEndian)
    content.append(versionIndex, .bigEndian)
    content.append(list: requirements) { content, entry in
      content.append(entry.moduleIndex, .bigEndian)
      content.append(entry.flags.rawValue, .bigEndian)
      content.append(entry.versionIndex, .bigEndian)
    }
    for packages in [exports, opens] {
      content.append(list: packages) { content, entry in
        content.append(entry.packageIndex, .bigEndian)
        content.append(entry.flags.rawValue, .bigEndian)
        content.append(indices: entry.targetIndices)
      }
    }
    content.append(indices: useIndices)
    content.append(list: provisions) { content, entry in
      content.append(entry.serviceIndex, .bigEndian)
      content.append(indices: entry.providerIndices)
    }
  }
}

extension [UInt8] {
  /// A `u2` count and the elements.
  mutating func append<Item>(list: [Item], _ write: (inout [UInt8], Item) -> Void) {
    append(UInt16(clamping: list.count), .bigEndian)
    for item in list { write(&self, item) }
  }

  mutating func append(indices: [ConstantPool.Index]) {
    append(list: indices) { content, index in content.append(index, .bigEndian) }
  }

  mutating func append(attributes: AttributeTable) {
    append(list: attributes.map(EncodedAttribute.init)) { content, attribute in attribute.write(to: &content) }
  }
}
