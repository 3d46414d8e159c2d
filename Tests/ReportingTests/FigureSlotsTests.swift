import Reporting
import Testing

struct FigureSlotsTests {
  private let slots = FigureSlots(["b.svg": "<svg>B</svg>", "a.svg": "<svg>A <figure-slot-1></svg>"])

  @Test func figuresStandWhereTheirSlotsStood() throws {
    let (a, b) = (try #require(slots.slot("a.svg")), try #require(slots.slot("b.svg")))
    #expect(a != b)
    #expect(
      slots.fill("<p>\(b)</p>⚠ \(a)\(b)")
        == "<p><svg>B</svg></p>⚠ <svg>A <figure-slot-1></svg><svg>B</svg>"
    )
    #expect(slots.fill("no slot") == "no slot")
  }

  @Test func otherPathsHaveNone() {
    #expect(slots.slot("c.svg") == nil)
  }

  @Test(arguments: ["<figure-slot-2>", "<figure-slot-x>", "<figure-slot-", "<figure-slot-0"])
  func whatIsNoSlotStays(_ html: String) {
    #expect(slots.fill(html) == html)
  }
}
