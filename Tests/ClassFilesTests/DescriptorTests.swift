import ClassFiles
import Testing

@Suite struct DescriptorTests {
  @Test func fieldDescriptors() throws {
    #expect(try FieldDescriptor("[[Ljava/lang/String;") == .array(of: .array(of: .object("java/lang/String"))))
    #expect(try FieldDescriptor("[[Ljava/lang/String;").sourceName == "java.lang.String[][]")
    #expect(try FieldDescriptor("J").slots == 2)
    #expect(try FieldDescriptor("[J").slots == 1)
    #expect(try FieldDescriptor(String(repeating: "[", count: 255) + "I").description.count == 256)
  }

  @Test func methodDescriptors() throws {
    let descriptor = try MethodDescriptor("(IJ[DLa/B;)V")
    #expect(descriptor.parameters == [.base(.int), .base(.long), .array(of: .base(.double)), .object("a/B")])
    #expect(descriptor.returnType == nil && descriptor.parameterSlots == 5)
  }

  @Test(arguments: ["", "V", "L;", "La/b", "[", "II", "La.b;", "Q", String(repeating: "[", count: 256) + "I"])
  func badFieldDescriptors(text: String) {
    #expect(throws: ClassFileError.self) { try FieldDescriptor(text) }
  }

  @Test(arguments: ["", "()", "(V)V", "(I", "I)V", "()VV", "(La)V"])
  func badMethodDescriptors(text: String) {
    #expect(throws: ClassFileError.self) { try MethodDescriptor(text) }
  }

  @Test func errorsShowTheRest() {
    do {
      _ = try MethodDescriptor("(IX)V")
      Issue.record("no error")
    } catch {
      #expect(
        error.description
          == "at byte 2: expected a field type: one of B C D F I J S Z L [ (JVMS §4.3.2), found \"X)V\""
      )
    }
  }

  @Test(arguments: [
    "<K:Ljava/lang/Object;V::Ljava/lang/Runnable;:La/I<TK;>;>La/Base<-[TK;+TV;*[I>.Inner<TK;>.Deep;La/I<TV;>;"
  ])
  func classSignatures(text: String) throws {
    let signature = try ClassSignature(text)
    #expect(signature.description == text)
    #expect(signature.typeParameters.map(\.name) == ["K", "V"])
    #expect(signature.typeParameters[1].classBound == nil && signature.typeParameters[1].interfaceBounds.count == 2)
    #expect(signature.superclass.binaryName == "a/Base$Inner$Deep")
    #expect(signature.superclass.typeArguments.count == 4)
  }

  @Test func methodSignatures() throws {
    let text = "<E:Ljava/lang/Exception;>(TE;[[ILa/B<*>;)TE;^TE;^La/X;"
    let signature = try MethodSignature(text)
    #expect(signature.description == text)
    #expect(signature.parameters.count == 3 && signature.exceptions.count == 2)
  }

  @Test(arguments: ["", "L;", "La<>;", "La<I;", "T;", "La/B", "[", "V", String(repeating: "La<", count: 10_000)])
  func badTypeSignatures(text: String) {
    #expect(throws: ClassFileError.self) { try TypeSignature(text) }
    #expect(throws: ClassFileError.self) { try ClassSignature("<T" + text) }
    #expect(throws: ClassFileError.self) { try MethodSignature("(" + text) }
  }
}
