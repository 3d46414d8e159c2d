/// Why an attachment cannot be made, for a person.
package struct AttachmentError: Error, Hashable, Sendable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) { self.description = description }
}
